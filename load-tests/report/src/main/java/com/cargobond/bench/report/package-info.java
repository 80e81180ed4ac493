/** How benches tell what they measured. */
package com.cargobond.bench.report;
