/** Calls of the API, however it is reached, in the words of the business. */
package com.cargobond.local.client;
