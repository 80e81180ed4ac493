/** How payments are kept, found and listed, whoever owes them. */
package com.cargobond.store.payment;
