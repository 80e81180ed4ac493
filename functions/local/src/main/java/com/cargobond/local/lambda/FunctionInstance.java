package com.cargobond.local.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One process of a function's executable, with a Runtime API of its own. One call at a time. */
final class FunctionInstance implements AutoCloseable {

  private static final long STOP_SECONDS = 5;

  private final Duration timeout;
  private final RuntimeApi runtimeApi;
  private final Process process;
  private volatile boolean timedOut;

  /** Starts the process; what it writes is appended to the log. */
  FunctionInstance(Path executable, Map<String, String> environment, Path log, Duration timeout) {
    this.timeout = timeout;
    this.runtimeApi = new RuntimeApi(timeout);
    ProcessBuilder builder =
        new ProcessBuilder(executable.toAbsolutePath().toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    builder.environment().put("AWS_LAMBDA_RUNTIME_API", runtimeApi.address());
    try {
      process = builder.start();
    } catch (IOException unusable) {
      runtimeApi.close();
      throw new UncheckedIOException("cannot start " + executable, unusable);
    }
    process
        .onExit()
        .thenAccept(
            ended ->
                runtimeApi.failAll(
                    FunctionError.of(
                        "Runtime.ExitError", "the process ended with " + ended.exitValue())));
  }

  /** Whether it can take a call: one that is late with an answer may be busy with it still. */
  boolean isUsable() {
    return process.isAlive() && !timedOut;
  }

  byte[] invoke(byte[] event) {
    try {
      return runtimeApi.invoke(event).orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS).join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof TimeoutException) {
        timedOut = true;
        throw FunctionError.of(
            "Sandbox.Timedout", "no answer after " + timeout.toMillis() + " milliseconds");
      }
      throw failed.getCause() instanceof FunctionError error ? error : failed;
    }
  }

  /** Ends the process as {@code kill -9} does, whatever it is at. */
  void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  @Override
  public void close() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    children.forEach(ProcessHandle::destroy);
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      children.forEach(child -> child.onExit().join());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
    runtimeApi.close();
  }
}
