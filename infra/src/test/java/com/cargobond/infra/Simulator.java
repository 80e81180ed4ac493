package com.cargobond.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A simulator of AWS on this machine, driven with the aws command line. */
final class Simulator implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration START_MAX = Duration.ofSeconds(60);

  private final int port;
  private final Process process;

  Simulator() throws IOException, InterruptedException {
    try (ServerSocket free = new ServerSocket(0)) {
      this.port = free.getLocalPort();
    }
    Path log = Files.createTempFile("moto", ".log");
    log.toFile().deleteOnExit();
    this.process =
        new ProcessBuilder("moto_server", "-p", Integer.toString(port))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Instant until = Instant.now().plus(START_MAX);
    while (!answers()) {
      if (!process.isAlive() || Instant.now().isAfter(until)) {
        throw new IllegalStateException("moto_server did not start: " + Files.readString(log));
      }
      process.waitFor(100, TimeUnit.MILLISECONDS);
    }
    bootstrap();
  }

  /** What the templates look for of "cdk bootstrap". */
  private void bootstrap() throws IOException, InterruptedException {
    aws(
        "ssm",
        "put-parameter",
        "--name",
        "/cdk-bootstrap/hnb659fds/version",
        "--type",
        "String",
        "--value",
        "21");
  }

  private boolean answers() {
    try (Socket socket = new Socket("localhost", port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  /** What tells a program that this is AWS. */
  Map<String, String> environment() {
    return Map.of(
        "AWS_ENDPOINT_URL",
        "http://localhost:" + port,
        "AWS_REGION",
        ASetting.USUAL,
        "AWS_DEFAULT_REGION",
        ASetting.USUAL,
        "AWS_ACCESS_KEY_ID",
        "simulated",
        "AWS_SECRET_ACCESS_KEY",
        "simulated");
  }

  /** Runs a command of the aws command line. */
  JsonNode aws(String... arguments) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of(arguments));
    // SQS alone is not found by the environment.
    line.addAll(List.of("--output", "json", "--endpoint-url", "http://localhost:" + port));
    return JSON.readTree(Tool.AWS.run(line, environment()));
  }

  /** Deploys a stack. */
  void deploy(String stack, JsonNode template) throws IOException, InterruptedException {
    Path file = Files.createTempFile(stack, ".json");
    Files.writeString(file, adapted(template.deepCopy()).toString());
    aws(
        "cloudformation",
        "create-stack",
        "--stack-name",
        stack,
        "--template-body",
        "file://" + file);
    Files.delete(file);
  }

  /**
   * The template without what the simulator does not know: it takes a global table for a table
   * where it has one region only, and does not read the tags of keys.
   */
  private static JsonNode adapted(JsonNode template) {
    for (JsonNode resource : template.path("Resources")) {
      ObjectNode properties = (ObjectNode) resource.path("Properties");
      switch (resource.path("Type").asText()) {
        case "AWS::DynamoDB::GlobalTable" -> {
          ((ObjectNode) resource).put("Type", "AWS::DynamoDB::Table");
          JsonNode only = properties.remove("Replicas").path(0);
          ((ObjectNode) properties.path("SSESpecification"))
              .setAll((ObjectNode) only.path("SSESpecification"));
          properties.set(
              "PointInTimeRecoverySpecification", only.path("PointInTimeRecoverySpecification"));
        }
        case "AWS::KMS::Key" -> properties.remove("Tags");
        default -> {
          // As it is.
        }
      }
    }
    return template;
  }

  @Override
  public void close() {
    // Some installations start it through a script.
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }
}
