/**
 * The executable of the HTTP API. What every call goes through is in {@code frame}; each capability
 * has a package with its resources, and brings the beans that they need.
 */
package com.cargobond.api;
