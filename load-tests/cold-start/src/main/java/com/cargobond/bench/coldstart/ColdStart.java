package com.cargobond.bench.coldstart;

import com.cargobond.bench.coldstart.TimedRuntimeApi.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One start of a function with an event that waits for it.
 *
 * @param nextNanos when it asked for the event, by {@link System#nanoTime()}
 * @param answer the response that it posted
 */
record ColdStart(Sample sample, long nextNanos, byte[] answer) {

  /** As long as Lambda is told that an event may take. */
  static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

  static ColdStart of(LambdaFunction function, byte[] event) {
    try (Scratch scratch = Scratch.create();
        TimedRuntimeApi runtimeApi = new TimedRuntimeApi(event)) {
      ProcessBuilder builder = builder(function, runtimeApi, scratch);
      long startNanos = System.nanoTime();
      Process process = builder.start();
      try {
        process
            .onExit()
            .thenAccept(
                ended ->
                    runtimeApi
                        .answer()
                        .completeExceptionally(
                            new BenchFailure("it ended with " + ended.exitValue())));
        Answer answer = runtimeApi.answer().get(ANSWER_WITHIN.toSeconds(), TimeUnit.SECONDS);
        long peakMemoryBytes = ProcessMemory.peakBytes(process.pid());
        return new ColdStart(
            new Sample(
                answer.nextNanos() - startNanos,
                answer.answeredNanos() - answer.nextNanos(),
                0,
                peakMemoryBytes),
            answer.nextNanos(),
            answer.body());
      } finally {
        // Its end must not weigh on the next start.
        process.destroyForcibly().waitFor();
      }
    } catch (ExecutionException failed) {
      throw failure(function, failed.getCause().getMessage(), failed);
    } catch (TimeoutException silent) {
      throw failure(function, "no answer within " + ANSWER_WITHIN.toSeconds() + " s", silent);
    } catch (IOException unusable) {
      throw failure(function, unusable.getMessage(), unusable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw failure(function, "interrupted", interrupted);
    }
  }

  private static ProcessBuilder builder(
      LambdaFunction function, TimedRuntimeApi runtimeApi, Scratch scratch) {
    List<String> command = new ArrayList<>(function.command());
    command.add(scratch.argument());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(function.log().toFile()));
    // A person's settings, such as JAVA_TOOL_OPTIONS, are no part of what is measured.
    builder.environment().clear();
    builder.environment().putAll(function.environment());
    builder.environment().put("AWS_LAMBDA_RUNTIME_API", runtimeApi.address());
    return builder;
  }

  private static BenchFailure failure(LambdaFunction function, String why, Exception cause) {
    return new BenchFailure(
        "%s: %s; its output is in %s".formatted(function.name(), why, function.log()), cause);
  }
}
