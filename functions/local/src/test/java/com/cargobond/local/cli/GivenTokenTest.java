package com.cargobond.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** A token comes from a file, or else from the environment, or is not given. */
class GivenTokenTest {

  @TempDir Path directory;

  @Test
  void without_a_file_and_the_variable_none_is_given() {
    assertThat(given(Map.of())).isEmpty();
  }

  @Test
  void the_variable_gives_one() {
    assertThat(given(Map.of("CARGOBOND_TOKEN", "abc.def"))).contains("abc.def");
  }

  @Test
  void a_file_comes_before_the_variable() throws IOException {
    Path file = Files.writeString(directory.resolve("token"), " from.file\r\n");
    assertThat(given(Map.of("CARGOBOND_TOKEN", "abc"), "--token-file", file.toString()))
        .contains("from.file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\nb", "\u00E9"})
  void what_is_no_token_is_not_sent(String text) throws IOException {
    String rule = "must hold a token, and nothing else";
    Path file = Files.writeString(directory.resolve("token"), text);
    assertThatThrownBy(() -> given(Map.of(), "--token-file", file.toString()))
        .isInstanceOf(ParameterException.class)
        .hasMessage("--token-file " + file + " " + rule);
    assertThatThrownBy(() -> given(Map.of("CARGOBOND_TOKEN", text)))
        .isInstanceOf(ParameterException.class)
        .hasMessage("CARGOBOND_TOKEN " + rule);
  }

  @Test
  void a_file_that_is_too_large_is_not_read() throws IOException {
    Path file = Files.writeString(directory.resolve("token"), "a".repeat(8193));
    assertThatThrownBy(() -> given(Map.of(), "--token-file", file.toString()))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining("is larger than 8192 bytes");
  }

  private static Optional<String> given(Map<String, String> environment, String... arguments) {
    Caller caller = new Caller(new GivenToken(environment::get));
    new CommandLine(caller).parseArgs(arguments);
    return caller.token.value();
  }

  @Command
  private static final class Caller {

    @Mixin private final GivenToken token;

    Caller(GivenToken token) {
      this.token = token;
    }
  }
}
