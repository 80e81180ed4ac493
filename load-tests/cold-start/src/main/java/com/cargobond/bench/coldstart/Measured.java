package com.cargobond.bench.coldstart;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What came out for one subject.
 *
 * @param warmNanos what an event takes in a process that has served many, where that was measured
 */
record Measured(
    String name,
    int starts,
    Percentiles totalNanos,
    Percentiles initNanos,
    Percentiles eventNanos,
    Percentiles ownNanos,
    Optional<Percentiles> warmNanos,
    Percentiles peakMemoryBytes,
    OptionalLong executableBytes,
    long zipBytes) {

  static Measured of(Subject subject, List<Sample> samples, Optional<Percentiles> warmNanos) {
    return new Measured(
        subject.function().name(),
        samples.size(),
        Percentiles.of(samples, Sample::totalNanos),
        Percentiles.of(samples, Sample::initNanos),
        Percentiles.of(samples, Sample::eventNanos),
        Percentiles.of(samples, Sample::ownNanos),
        warmNanos,
        Percentiles.of(samples, Sample::peakMemoryBytes),
        subject.build().executableBytes(),
        subject.build().zipBytes());
  }
}
