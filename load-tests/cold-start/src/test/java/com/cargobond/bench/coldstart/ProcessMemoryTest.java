package com.cargobond.bench.coldstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The peak is what Linux says it was. */
class ProcessMemoryTest {

  @Test
  void it_is_the_high_water_mark_and_not_what_is_resident_at_the_moment() {
    List<String> status =
        List.of("Name:\tevents", "VmPeak:\t  900000 kB", "VmHWM:\t   40960 kB", "VmRSS:\t 1024 kB");
    assertThat(ProcessMemory.peakBytes(status)).isEqualTo(40 * Figures.MEBIBYTE);
  }

  @Test
  void a_process_that_ended_has_none() {
    assertThatThrownBy(
            () -> ProcessMemory.peakBytes(List.of("Name:\tevents", "State:\tZ (zombie)")))
        .isInstanceOf(BenchFailure.class)
        .hasMessageContaining("ended");
  }
}
