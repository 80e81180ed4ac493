/** The one list of what the capabilities play on this machine. */
package com.cargobond.local.capability;
