package com.cargobond.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the CDK command line runs. */
@ExtendWith(NeedsNode.class)
class SynthesisTest {

  @TempDir private Path output;

  @Test
  void templates_are_written_where_the_command_line_asks() throws Exception {
    Result result = synthesise(ASetting.dev());

    assertThat(result.exitCode()).as(result.output()).isZero();
    assertThat(output.resolve("cargobond-dev-functions.template.json")).exists();
  }

  @Test
  void what_is_wrong_is_one_line_each_and_nothing_is_written() throws Exception {
    Result result = synthesise(Map.of("stage", "production", "eventsZip", "no.zip"));

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output())
        .contains(
            "cargobond: setting stage must be dev or prod\n",
            "cargobond: setting jwtIssuer is required\n",
            "cargobond: setting eventsZip no.zip is not there")
        .doesNotContain("Exception", "\tat ");
    assertThat(output).isEmptyDirectory();
  }

  private record Result(int exitCode, String output) {}

  private Result synthesise(Map<String, Object> settings) throws IOException, InterruptedException {
    ProcessBuilder synthesis =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Cargobond.class.getName())
            .redirectErrorStream(true);
    synthesis
        .environment()
        .putAll(
            Map.of(
                "CDK_CONTEXT_JSON", new ObjectMapper().writeValueAsString(settings),
                "CDK_OUTDIR", output.toString(),
                "CDK_DEFAULT_REGION", ASetting.USUAL));
    Process process = synthesis.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), text);
  }
}
