/** The event functions: decode, call the domain, commit, answer which messages failed. */
package com.cargobond.events;
