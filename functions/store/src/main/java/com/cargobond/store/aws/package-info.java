/**
 * The clients of AWS' services, as a function needs them: quick to start, and one call at a time.
 */
package com.cargobond.store.aws;
