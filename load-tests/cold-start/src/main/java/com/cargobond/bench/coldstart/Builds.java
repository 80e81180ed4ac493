package com.cargobond.bench.coldstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What was built under a checkout: where it is and how large. */
record Builds(Path checkout) {

  private static final String BENCH = "load-tests/cold-start/target";
  private static final String EVENTS = "functions/events/target";
  private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
  private static final String HANDLER = "io.quarkus.funqy.lambda.FunqyStreamHandler::handleRequest";

  /**
   * A program with its zip for Lambda.
   *
   * @param executableBytes nothing where it is no executable
   */
  record Build(List<String> command, OptionalLong executableBytes, long zipBytes) {}

  Build events() {
    return executable(checkout.resolve(EVENTS));
  }

  Build api() {
    return executable(checkout.resolve("functions/api/target"));
  }

  Build doNothing() {
    return executable(checkout.resolve("load-tests/cold-start/do-nothing/target"));
  }

  Build hello() {
    return executable(checkout.resolve(BENCH).resolve("hello"));
  }

  /** Events on a JVM with the settings of Lambda's own Java runtime. */
  Build eventsOnJvm() {
    Path target = checkout.resolve(EVENTS).resolve("jvm");
    Path client = checkout.resolve(BENCH).resolve("runtime-interface-client");
    return new Build(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            theOnly(target, "-runner.jar") + ":" + client + "/*",
            CLIENT,
            HANDLER),
        OptionalLong.empty(),
        size(target.resolve("function.zip")));
  }

  private static Build executable(Path target) {
    Path executable = theOnly(target, "-runner");
    return new Build(
        List.of(executable.toString()),
        OptionalLong.of(size(executable)),
        size(target.resolve("function.zip")));
  }

  private static Path theOnly(Path directory, String ending) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(ending))
          .findFirst()
          .orElseThrow(() -> new BenchFailure("nothing like *" + ending + " in " + directory));
    } catch (IOException unreadable) {
      throw new BenchFailure("cannot list " + directory, unreadable);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException missing) {
      throw new BenchFailure("cannot read " + file, missing);
    }
  }
}
