/** What a request must be, and how its parts are read. */
package com.cargobond.api.frame.request;
