/** The ledger: subjects and what follows from them, whatever the business is. */
package com.cargobond.store.ledger;
