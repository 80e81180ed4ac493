/** The whole system on one machine: embedded parts, the API, and the functions behind mappings. */
package com.cargobond.local.system;
