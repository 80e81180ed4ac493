package com.cargobond.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions as processes, here scripts that ask for their calls with curl. */
class FunctionProcessesTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  /**
   * Answers each call with the process' own number; writes no file, for it may outlive the test.
   */
  private static final String ANSWERS_WITH_ITS_PID =
      """
      api=http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation
      while headers=$(curl -sf -D - -o /dev/null "$api/next"); do
        id=$(echo "$headers" | sed -n 's/^[Ll]ambda-[Rr]untime-[Aa]ws-[Rr]equest-[Ii]d: *\\([^\\r]*\\).*/\\1/p' | tr -d '\\r')
        curl -sf -d "$$ $GREETING" "$api/$id/response"
      done
      """;

  private static final String NEVER_ANSWERS =
      "curl -sf http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation/next; exec sleep 60";

  @TempDir Path folder;

  @Test
  void keeps_an_instance_for_the_next_call() throws IOException {
    try (FunctionProcesses function = function(ANSWERS_WITH_ITS_PID, LONG, 4)) {
      assertThat(call(function)).isEqualTo(call(function)).endsWith(" hello");
    }
  }

  @Test
  void starts_no_more_instances_than_it_may() throws IOException {
    try (FunctionProcesses function = function(ANSWERS_WITH_ITS_PID, LONG, 2)) {
      List<CompletableFuture<String>> calls =
          Stream.generate(() -> CompletableFuture.supplyAsync(() -> call(function)))
              .limit(12)
              .toList();

      assertThat(calls.stream().map(CompletableFuture::join).distinct()).hasSizeBetween(1, 2);
    }
  }

  @Test
  void fails_the_call_when_the_process_ends() throws IOException {
    try (FunctionProcesses function = function("exit 3", LONG, 1)) {
      assertThatThrownBy(() -> call(function))
          .isInstanceOf(FunctionError.class)
          .hasMessageContaining("the process ended with 3");
    }
  }

  @Test
  void fails_a_call_that_gets_no_answer_in_time_and_starts_another_instance() throws IOException {
    try (FunctionProcesses function = function(NEVER_ANSWERS, Duration.ofMillis(50), 1)) {
      assertThatThrownBy(() -> call(function)).hasMessageContaining("no answer after 50 millis");
      assertThatThrownBy(() -> call(function)).hasMessageContaining("no answer after 50 millis");
    }
  }

  @Test
  void once_closed_it_leaves_no_process_and_starts_none() throws IOException {
    Path pid = folder.resolve("pid");
    FunctionProcesses function = function("echo $$ > pid\n" + NEVER_ANSWERS, LONG, 2);
    CompletableFuture<String> call = CompletableFuture.supplyAsync(() -> call(function));
    await().until(() -> Files.exists(pid) && !Files.readString(pid).isBlank());
    long atWork = Long.parseLong(Files.readString(pid).strip());

    function.close();

    assertThatThrownBy(call::join).hasCauseInstanceOf(FunctionError.class);
    assertThat(ProcessHandle.of(atWork).filter(ProcessHandle::isAlive)).isEmpty();
    Files.delete(pid);
    assertThatThrownBy(() -> call(function)).hasMessageContaining("the system stops");
    assertThat(pid).doesNotExist();
  }

  private static String call(FunctionProcesses function) {
    return new String(function.invoke("{}".getBytes(UTF_8)), UTF_8);
  }

  private FunctionProcesses function(String script, Duration timeout, int instancesMax)
      throws IOException {
    Path executable = folder.resolve("bootstrap");
    Files.writeString(executable, "#!/bin/sh\ncd " + folder + "\n" + script);
    Files.setPosixFilePermissions(executable, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new FunctionProcesses(
        executable, Map.of("GREETING", "hello"), folder.resolve("log"), timeout, instancesMax);
  }
}
