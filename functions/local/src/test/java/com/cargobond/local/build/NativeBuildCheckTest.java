package com.cargobond.local.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What native-config/check says of machines that lack something. */
class NativeBuildCheckTest {

  private static final Path CHECK = Path.of("../../native-config/check").toAbsolutePath();
  private static final String NEEDS_25 = "25";
  private static final String NEEDS_LITTLE_MEMORY = "1";

  /** All that is on the machine's path. */
  @TempDir Path tools;

  @TempDir Path graalvm;

  record Answer(int exitCode, String text) {}

  @BeforeEach
  void put_the_script_s_own_tools_on_the_path() throws IOException {
    for (String tool : List.of("sh", "sed", "awk")) {
      Files.createSymbolicLink(tools.resolve(tool), onTheRealPath(tool));
    }
  }

  @Test
  void is_silent_where_nothing_is_missing() throws Exception {
    installGraalVm("25.0.2");
    install(tools, "cc", "");

    assertThat(check(NEEDS_LITTLE_MEMORY)).isEqualTo(new Answer(0, ""));
  }

  @Test
  void takes_a_container_engine_for_a_graalvm() throws Exception {
    install(tools, "docker", "");

    assertThat(checkWithoutGraalVmHome()).isEqualTo(new Answer(0, ""));
  }

  @Test
  void misses_graalvm() throws Exception {
    assertThat(checkWithoutGraalVmHome())
        .isEqualTo(
            says(
                "needs GraalVM 25 or later in GRAALVM_HOME, or Docker or Podman for the builder"
                    + " image"));
  }

  @Test
  void misses_native_image_in_graalvm_s_home() throws Exception {
    assertThat(check(NEEDS_LITTLE_MEMORY))
        .isEqualTo(says("GRAALVM_HOME is " + graalvm + ", which has no bin/native-image"));
  }

  @Test
  void finds_graalvm_too_old() throws Exception {
    installGraalVm("21.0.2");
    install(tools, "cc", "");

    assertThat(check(NEEDS_LITTLE_MEMORY))
        .isEqualTo(says("needs GraalVM 25 or later; " + graalvm + "/bin/native-image is 21"));
  }

  @Test
  void misses_a_c_compiler() throws Exception {
    installGraalVm("25.0.2");

    assertThat(check(NEEDS_LITTLE_MEMORY))
        .isEqualTo(
            says(
                "needs a C compiler and zlib's headers"
                    + " (Debian: gcc zlib1g-dev; Fedora: gcc zlib-devel)"));
  }

  @Test
  void misses_memory() throws Exception {
    installGraalVm("25.0.2");
    install(tools, "cc", "");

    Answer answer = check("1000000000");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.text())
        .matches(
            "cargobond: a native build needs 1000000000 MiB of memory; this machine has \\d+ MiB");
  }

  private static Answer says(String what) {
    return new Answer(1, "cargobond: " + what);
  }

  private Answer check(String memoryMebibytesMin) throws Exception {
    return run(memoryMebibytesMin, Map.of("GRAALVM_HOME", graalvm.toString()));
  }

  private Answer checkWithoutGraalVmHome() throws Exception {
    return run(NEEDS_LITTLE_MEMORY, Map.of());
  }

  private Answer run(String memoryMebibytesMin, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(CHECK.toString(), NEEDS_25, memoryMebibytesMin)
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().put("PATH", tools.toString());
    Process process = builder.start();
    String text =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return new Answer(process.waitFor(), text);
  }

  private void installGraalVm(String version) throws IOException {
    Path bin = Files.createDirectory(graalvm.resolve("bin"));
    install(bin, "native-image", "echo 'native-image " + version + " 2026-01-20'");
  }

  private static void install(Path folder, String tool, String script) throws IOException {
    Path file = Files.writeString(folder.resolve(tool), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Path onTheRealPath(String tool) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }
}
