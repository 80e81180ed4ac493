package com.cargobond.local.it;

import static com.cargobond.local.it.Requests.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a system says that finds another in its place. */
@ExtendWith(SharedSystem.class)
class SecondSystemIT {

  @Test
  void a_port_that_is_taken_is_told(RunningSystem first) {
    String taken = Integer.toString(first.baseUrl().getPort());

    CommandLine.Result second = CommandLine.run("run", "--port", taken);

    assertThat(second.exitCode()).isEqualTo(1);
    assertThat(second.err()).contains(taken);
    assertThat(second.out()).doesNotContain("Ready.");
  }

  @Test
  void data_that_another_system_uses_are_left_alone(@TempDir Path data) {
    try (RunningSystem first = RunningSystem.startOn(data)) {
      CommandLine.Result second =
          CommandLine.run("run", "--port", RunningSystem.freePort(), "--data", data.toString());

      assertThat(second.exitCode()).isEqualTo(1);
      assertThat(second.err()).contains("another system uses the kept data");
      as(Bearer.ops()).get(first.baseUrl() + "/v1/exceptions").then().statusCode(200);
    }
  }
}
