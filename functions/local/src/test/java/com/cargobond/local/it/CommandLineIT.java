package com.cargobond.local.it;

import static com.cargobond.local.it.Application.aGuarantee;
import static com.cargobond.local.it.Refusals.isRefused;
import static com.cargobond.local.it.Requests.as;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands as a shell sees them. */
@ExtendWith(SharedSystem.class)
class CommandLineIT {

  @Test
  void a_token_is_one_line_that_the_api_believes() {
    CommandLine.Result result = CommandLine.run("token", "BANK");

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out().lines()).hasSize(1);
    as(result.out().strip()).get(aGuarantee().submitted().path()).then().statusCode(200);
  }

  @Test
  void a_carriers_token_speaks_for_the_operator_that_it_names() {
    IssuedGuarantee own = aGuarantee().submitted();
    IssuedGuarantee others = aGuarantee().submitted();

    String token = CommandLine.run("token", "CARRIER", own.operator()).out().strip();

    as(token).get(own.path()).then().statusCode(200);
    isRefused(as(token).get(others.path()), 404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token NOBODY",
        "token CARRIER",
        "token CARRIER 91310115MA1AB2C344",
        "token BANK 91310115MA1AB2C343"
      })
  void a_token_that_cannot_be_is_refused(String command) {
    CommandLine.Result result = CommandLine.run(command.split(" "));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({"token", "run --port many", "run --unknown", "fly"})
  void wrong_arguments_end_with_two(String command) {
    CommandLine.Result result = CommandLine.run(command.split(" "));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("Usage: cargobond");
  }

  @ParameterizedTest
  @CsvSource({"--help", "run --help", "token --help"})
  void every_command_helps(String command) {
    CommandLine.Result result = CommandLine.run(command.split(" "));

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("Usage: cargobond");
  }
}
