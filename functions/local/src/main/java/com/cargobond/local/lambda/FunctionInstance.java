package com.cargobond.local.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** One process of a function's executable, with a Runtime API of its own. One call at a time. */
final class FunctionInstance implements AutoCloseable {

  private static final long STOP_SECONDS = 5;

  private final RuntimeApi runtimeApi = new RuntimeApi();
  private final Process process;

  /** Starts the process; what it writes is appended to the log. */
  FunctionInstance(Path executable, Map<String, String> environment, Path log) {
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
        .thenAccept(ended -> runtimeApi.failAll("the process ended with " + ended.exitValue()));
  }

  boolean isAlive() {
    return process.isAlive();
  }

  byte[] invoke(byte[] event) {
    try {
      return runtimeApi.invoke(event).join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof FunctionError error ? error : failed;
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
    runtimeApi.close();
  }
}
