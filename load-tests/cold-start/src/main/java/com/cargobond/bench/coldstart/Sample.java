package com.cargobond.bench.coldstart;

/**
 * One cold start.
 *
 * @param initNanos from the start of the process to its first {@code next}
 * @param eventNanos from that {@code next} to the posted response
 * @param databaseNanos what of the event the database had it wait
 * @param peakMemoryBytes the most memory that was resident up to the response
 */
record Sample(long initNanos, long eventNanos, long databaseNanos, long peakMemoryBytes) {

  /** From the start of the process to the posted response. */
  long totalNanos() {
    return initNanos + eventNanos;
  }

  /** The same without the database's part. */
  long ownNanos() {
    return totalNanos() - databaseNanos;
  }

  Sample waiting(long nanos) {
    return new Sample(initNanos, eventNanos, nanos, peakMemoryBytes);
  }
}
