/** Guarantees as the sample and the tests work with them. */
package com.cargobond.local.guarantee;
