/** The description of the API. */
package com.cargobond.api.frame.description;
