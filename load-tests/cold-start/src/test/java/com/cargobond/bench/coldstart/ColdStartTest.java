package com.cargobond.bench.coldstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cargobond.bench.hello.HelloFunction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process is started, timed and ended; one that does not answer stops the bench. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "memory is read from /proc")
class ColdStartTest {

  private static final byte[] EVENT = "\"hello\"".getBytes(StandardCharsets.UTF_8);
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @TempDir private Path directory;

  @Test
  void the_least_function_answers_and_is_measured() {
    ColdStart start =
        function(JAVA, "-cp", System.getProperty("java.class.path"), HelloFunction.class.getName())
            .start(EVENT);
    assertThat(start.answer()).isEqualTo(EVENT);
    assertThat(start.sample().initNanos()).isPositive();
    assertThat(start.sample().eventNanos()).isPositive();
    assertThat(start.sample().peakMemoryBytes()).isGreaterThan(Figures.MEBIBYTE);
  }

  @Test
  void a_process_that_ends_without_an_answer_is_named() {
    assertThatThrownBy(() -> function("/bin/sh", "-c", "exit 3").start(EVENT))
        .isInstanceOf(BenchFailure.class)
        .hasMessageContaining("a function: it ended with 3");
  }

  @Test
  void a_program_that_is_not_there_is_named() {
    assertThatThrownBy(() -> function("/no/such/program").start(EVENT))
        .isInstanceOf(BenchFailure.class)
        .hasMessageContaining("/no/such/program");
  }

  @Test
  void it_finds_in_its_environment_what_it_is_given_and_nothing_else() {
    String refuseOthers = "test -z \"$HOME\" && test \"$GIVEN\" = yes && exit 4";
    assertThatThrownBy(() -> function("/bin/sh", "-c", refuseOthers).start(EVENT))
        .hasMessageContaining("it ended with 4");
  }

  private LambdaFunction function(String... command) {
    return new LambdaFunction(
        "a function", List.of(command), Map.of("GIVEN", "yes"), directory.resolve("functions.log"));
  }
}
