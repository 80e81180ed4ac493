package com.cargobond.bench.coldstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Percentiles are values that were measured, whatever the order. */
class PercentilesTest {

  @Test
  void of_a_hundred_samples_they_are_the_fiftieth_ninetieth_and_ninety_ninth() {
    assertThat(percentiles(LongStream.rangeClosed(1, 100))).isEqualTo(new Percentiles(50, 90, 99));
  }

  @Test
  void of_few_samples_the_highest_is_the_largest() {
    assertThat(percentiles(LongStream.of(10, 20, 30, 40))).isEqualTo(new Percentiles(20, 40, 40));
  }

  @Test
  void of_one_sample_all_are_that() {
    assertThat(percentiles(LongStream.of(7))).isEqualTo(new Percentiles(7, 7, 7));
  }

  @Test
  void the_total_is_the_time_to_next_and_the_time_from_there() {
    List<Sample> samples = List.of(new Sample(30, 12, 0, 5));
    assertThat(Percentiles.of(samples, Sample::totalNanos).p50()).isEqualTo(42);
    assertThat(Percentiles.of(samples, Sample::peakMemoryBytes).p50()).isEqualTo(5);
  }

  @Test
  void there_are_none_without_samples() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Percentiles.of(List.of(), Sample::totalNanos));
  }

  private static Percentiles percentiles(LongStream totals) {
    return Percentiles.of(Samples.taking(totals), Sample::totalNanos);
  }
}
