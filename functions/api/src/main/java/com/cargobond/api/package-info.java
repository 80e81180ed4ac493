/** The HTTP resources: authenticate, validate, enqueue or query. */
package com.cargobond.api;
