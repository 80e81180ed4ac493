/** What every function goes through: messages, the outbox, the ledger, and the sweep. */
package com.cargobond.events.frame;
