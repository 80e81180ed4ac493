/** What the capabilities' samples share: the day, the calls of the API, and what is posted. */
package com.cargobond.local.sample;
