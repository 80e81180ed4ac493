package com.cargobond.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.local.bank.BankProfile;
import com.cargobond.local.post.StandInApi;
import com.cargobond.local.reconcile.StatementReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed, what is printed, and the exit code. */
class CliTest {

  private static final int OK = 0;
  private static final int REFUSED = 1;
  private static final int USAGE = 2;

  @TempDir Path home;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<RunOptions> runs = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(
      strings = {"--help", "run --help", "token --help", "post --help", "reconcile --help"})
  void every_command_has_help(String command) {
    assertThat(execute(command.split(" "))).isEqualTo(OK);
    assertThat(out.toString()).contains("Usage: cargobond");
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "fly",
        "run --port x",
        "run --port 99999",
        "run --exit",
        "run --bank BEST",
        "token",
        "token KING",
        "token CARRIER",
        "token CARRIER 123",
        "token BANK 91310115MA1AB2C343",
        "post",
        "post a.xml --operator 123",
        "post a.xml --class D",
        "post a.json --url ftp://localhost",
        "reconcile",
        "reconcile --statement",
        "reconcile --statement a.xml b.xml",
        "reconcile --statement a.xml --url ftp://localhost",
      })
  void wrong_usage_is_told(String command) {
    assertThat(execute(command.isEmpty() ? new String[0] : command.split(" "))).isEqualTo(USAGE);
    assertThat(err.toString()).contains("Usage: cargobond");
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "run --port x, must be a whole number",
    "run --today tomorrow, must be a date such as 2026-03-17",
    "token BANK 123, cnaps 123: must be 12 digits",
    "post a.xml --zone China, must be a zone such as Asia/Shanghai",
    "post a.json --token abc, --token would show the token",
    "post a.json --token=abc, use --token-file FILE or the environment variable CARGOBOND_TOKEN",
    "post a.json --token, use --token-file FILE",
    "reconcile --statement a.xml --token abc, use --token-file FILE",
    "post a.json --token-file none, none: is not there",
    "audit verify --endpoint foo, --endpoint must be an address such as http://localhost:8080",
  })
  void wrong_usage_is_told_with_its_rule(String command, String rule) {
    assertThat(execute(command.split(" "))).isEqualTo(USAGE);
    assertThat(err.toString()).contains(rule);
  }

  @Test
  void audit_says_where_nothing_answers() {
    String nowhere = "http://localhost:9";

    assertThat(execute("audit", "verify", "--endpoint", nowhere)).isEqualTo(REFUSED);

    assertThat(err.toString()).startsWith(nowhere).hasLineCount(1);
  }

  @Test
  void run_hands_its_options_on() {
    assertThat(execute("run")).isEqualTo(OK);
    assertThat(
            execute(
                "run --port 9000 --data d --sample --exit --bank WORST --today 2026-04-01"
                    .split(" ")))
        .isEqualTo(OK);
    assertThat(runs)
        .containsExactly(
            new RunOptions(
                8080,
                Optional.empty(),
                false,
                false,
                false,
                BankProfile.ALWAYS_SETTLES,
                Optional.empty(),
                false,
                Optional.empty()),
            new RunOptions(
                9000,
                Optional.of(Path.of("d")),
                true,
                true,
                false,
                BankProfile.WORST,
                Optional.of(LocalDate.parse("2026-04-01")),
                false,
                Optional.empty()));
  }

  @Test
  void token_prints_nothing_but_a_token() {
    assertThat(execute("token", "CARRIER", "91310115MA1AB2C343")).isEqualTo(OK);
    assertThat(out.toString()).matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\n");
    assertThat(home.resolve("machine-key.pem")).exists();
  }

  @Test
  void post_prints_each_result_and_fails_if_one_is_refused() throws IOException {
    Path file =
        Files.writeString(
            home.resolve("events.json"),
            """
            [{"id": "good", "type": "customs.duty-paid.v1"},
             {"id": "bad", "type": "customs.duty-paid.v1"}]""");
    try (StandInApi api = new StandInApi()) {
      assertThat(execute("post", file.toString(), "--url", api.url() + "/")).isEqualTo(REFUSED);
    }
    assertThat(out.toString())
        .isEqualTo(
            """
            accepted  good
            refused   bad  Invalid event; time is missing
            1 accepted, 1 refused
            """);
  }

  @Test
  void post_goes_on_after_a_file_that_cannot_be_read() throws IOException {
    Path file =
        Files.writeString(
            home.resolve("events.json"), "{\"id\": \"good\", \"type\": \"customs.duty-paid.v1\"}");
    try (StandInApi api = new StandInApi()) {
      assertThat(execute("post", "none.json", file.toString(), "--url", api.url().toString()))
          .isEqualTo(REFUSED);
    }
    assertThat(err.toString()).isEqualTo("none.json: is not there\n");
    assertThat(out.toString()).endsWith("1 accepted, 1 refused\n");
  }

  @Test
  void post_goes_as_the_token_in_a_file() throws IOException {
    Path file =
        Files.writeString(
            home.resolve("events.json"), "{\"id\": \"good\", \"type\": \"customs.duty-paid.v1\"}");
    Path token = Files.writeString(home.resolve("token"), "abc.def.ghi\n");
    try (StandInApi api = new StandInApi()) {
      assertThat(
              execute(
                  "post",
                  file.toString(),
                  "--url",
                  api.url().toString(),
                  "--token-file",
                  token.toString()))
          .isEqualTo(OK);
      assertThat(api.tokens()).containsExactly("abc.def.ghi");
    }
  }

  @Test
  void post_says_in_one_line_that_nothing_answers() throws IOException {
    Path file =
        Files.writeString(
            home.resolve("events.json"), "{\"id\": \"good\", \"type\": \"customs.duty-paid.v1\"}");
    URI url;
    try (StandInApi api = new StandInApi()) {
      url = api.url();
    }
    assertThat(execute("post", file.toString(), "--url", url.toString())).isEqualTo(REFUSED);
    assertThat(err.toString()).startsWith("nothing answers at " + url).hasLineCount(1);
  }

  @Test
  void reconcile_says_in_one_line_what_is_wrong_with_the_file() throws IOException {
    Path file = Files.writeString(home.resolve("statement.xml"), "<a/>");

    assertThat(execute("reconcile", "--statement", file.toString())).isEqualTo(USAGE);

    assertThat(err.toString())
        .startsWith(file + ":1: is {}a, not a Document of a statement (camt.053.001.02 to .13)")
        .hasLineCount(1);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void reconcile_says_in_one_line_what_is_wrong_with_customs_list() throws IOException {
    Path statement = home.resolve("statement.xml");
    try (InputStream in = StatementReader.class.getResourceAsStream("statement.xml")) {
      Files.copy(in, statement);
    }
    Path list = Files.writeString(home.resolve("customs.csv"), "a,b\n");

    assertThat(
            execute("reconcile", "--statement", statement.toString(), "--customs", list.toString()))
        .isEqualTo(USAGE);

    assertThat(err.toString())
        .isEqualTo(list + ":1: must begin with depositId,approvalNo,decision,amount,currency\n");
    assertThat(out.toString()).isEmpty();
  }

  private int execute(String... arguments) {
    return Cli.execute(
        options -> {
          runs.add(options);
          return OK;
        },
        home,
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        arguments);
  }
}
