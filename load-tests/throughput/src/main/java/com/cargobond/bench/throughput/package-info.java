/** What an event costs from its message to the ledger, measured and bounded. */
package com.cargobond.bench.throughput;
