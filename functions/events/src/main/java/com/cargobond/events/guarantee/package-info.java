/** Guarantees, as banks ask for them. */
package com.cargobond.events.guarantee;
