/** The ledger: what is read and written together, and the loop that applies events to it. */
package com.cargobond.store;
