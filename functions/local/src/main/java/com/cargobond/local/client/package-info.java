/** Calls of the API, however it is reached. */
package com.cargobond.local.client;
