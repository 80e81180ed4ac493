/** What needs a person. */
package com.cargobond.api.exception;
