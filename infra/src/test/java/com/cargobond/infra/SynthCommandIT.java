package com.cargobond.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The very command that cdk.json names: it builds what it needs, and says in a line what is wrong.
 */
@ExtendWith(NeedsNode.class)
class SynthCommandIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path output;

  @Test
  void a_wrong_setting_is_one_line_and_an_exit_code_and_nothing_is_written() throws Exception {
    JsonNode app = JSON.readTree(new File("cdk.json")).path("app");
    ProcessBuilder command =
        new ProcessBuilder(List.of("sh", "-c", app.asText())).redirectErrorStream(true);
    command.environment().put("JAVA_HOME", System.getProperty("java.home"));
    command
        .environment()
        .put(
            "CDK_CONTEXT_JSON",
            JSON.writeValueAsString(ASetting.with(ASetting.dev(), "stage", "test")));
    command.environment().put("CDK_OUTDIR", output.toString());
    command.environment().put("CDK_DEFAULT_REGION", ASetting.USUAL);

    Process process = command.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(text).isEqualTo("cargobond: setting stage must be dev or prod\n");
    assertThat(output).isEmptyDirectory();
  }
}
