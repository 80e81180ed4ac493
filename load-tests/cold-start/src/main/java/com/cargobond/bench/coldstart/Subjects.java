package com.cargobond.bench.coldstart;

import com.cargobond.bench.coldstart.Builds.Build;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The subjects of a build, each in the environment that Lambda would give it.
 *
 * @param settings what the product's functions are told when they are deployed
 * @param database what they wait for; the settings name it
 * @param log where the processes write
 */
record Subjects(Builds builds, Map<String, String> settings, DatabaseRelay database, Path log) {

  /** A start on the JVM takes longer than all others of its round together. */
  private static final int JVM_EVERY_ROUNDS = 4;

  private static final byte[] HELLO = "\"hello\"".getBytes(StandardCharsets.UTF_8);

  private static final Map<String, String> LAMBDA =
      Map.of(
          "AWS_LAMBDA_FUNCTION_NAME", "cold-start",
          "AWS_LAMBDA_FUNCTION_VERSION", "$LATEST",
          "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512",
          "AWS_REGION", "us-east-1");

  LambdaFunction apiFunction() {
    return function("api", builds.api(), settings);
  }

  Subject api(BenchGuarantee guarantee) {
    return new Subject(
        apiFunction(), guarantee::look, BenchGuarantee::requireShown, database, builds.api(), 1);
  }

  Subject events(Declarations declarations) {
    return events("events", builds.events(), declarations, 1);
  }

  Subject eventsOnJvm(Declarations declarations) {
    return events("events on the JVM", builds.eventsOnJvm(), declarations, JVM_EVERY_ROUNDS);
  }

  Subject doNothing() {
    return echo("do-nothing", builds.doNothing());
  }

  Subject hello() {
    return echo("hello", builds.hello());
  }

  private Subject events(String name, Build build, Declarations declarations, int everyRounds) {
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("QUARKUS_FUNQY_EXPORT", "apply-events");
    return new Subject(
        function(name, build, environment),
        declarations::next,
        Declarations::requireApplied,
        database,
        build,
        everyRounds);
  }

  private Subject echo(String name, Build build) {
    return new Subject(
        function(name, build, Map.of()), () -> HELLO, Subjects::requireHello, database, build, 1);
  }

  private static void requireHello(byte[] response) {
    if (!Arrays.equals(response, HELLO)) {
      throw new BenchFailure("it answered " + new String(response, StandardCharsets.UTF_8));
    }
  }

  private LambdaFunction function(String name, Build build, Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(LAMBDA);
    all.putAll(environment);
    return new LambdaFunction(name, build.command(), all, log);
  }
}
