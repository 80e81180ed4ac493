/** The bank's account statements, held against the refunds of the ledger. */
package com.cargobond.local.reconcile;
