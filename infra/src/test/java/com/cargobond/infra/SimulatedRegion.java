package com.cargobond.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A region of the simulator: deployed to with the aws command line. */
final class SimulatedRegion {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KEY = "simulated";

  private final URI endpoint;
  private final String name;

  /** How far each stream was read: a mapping that is off and on again goes on from there. */
  private final Map<String, String> iterators = new HashMap<>();

  SimulatedRegion(URI endpoint, String name) {
    this.endpoint = endpoint;
    this.name = name;
  }

  String name() {
    return name;
  }

  URI endpoint() {
    return endpoint;
  }

  Map<String, String> iterators() {
    return iterators;
  }

  /** What the templates look for of "cdk bootstrap". */
  void bootstrap() throws IOException, InterruptedException {
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

  /** What tells a program that this is AWS. */
  Map<String, String> environment() {
    return Map.of(
        "AWS_ENDPOINT_URL",
        endpoint.toString(),
        "AWS_REGION",
        name,
        "AWS_DEFAULT_REGION",
        name,
        "AWS_ACCESS_KEY_ID",
        KEY,
        "AWS_SECRET_ACCESS_KEY",
        KEY);
  }

  /** Runs a command of the aws command line. */
  JsonNode aws(String... arguments) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of(arguments));
    // SQS alone is not found by the environment.
    line.addAll(List.of("--output", "json", "--endpoint-url", endpoint.toString()));
    return JSON.readTree(Tool.AWS.run(line, environment()));
  }

  DynamoDbClient dynamoDb() {
    return here(DynamoDbClient.builder()).build();
  }

  DynamoDbStreamsClient streams() {
    return here(DynamoDbStreamsClient.builder()).build();
  }

  SqsClient sqs() {
    return here(SqsClient.builder()).build();
  }

  private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B here(B builder) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.of(name))
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, KEY)))
        .httpClientBuilder(UrlConnectionHttpClient.builder());
  }

  /** Deploys a stack. */
  void deploy(String stack, JsonNode template) throws IOException, InterruptedException {
    create(stack, adapted(template.deepCopy()));
  }

  /** Makes what global tables of another region make here: their copies, and nothing else. */
  void copyTables(String stack, JsonNode template) throws IOException, InterruptedException {
    JsonNode copies = template.deepCopy();
    List<String> others = new ArrayList<>();
    copies
        .path("Resources")
        .properties()
        .forEach(
            resource -> {
              if (!resource.getValue().path("Type").asText().equals("AWS::DynamoDB::GlobalTable")) {
                others.add(resource.getKey());
              }
            });
    ((ObjectNode) copies.path("Resources")).remove(others);
    ((ObjectNode) copies).remove("Outputs");
    create(stack, adapted(copies));
  }

  private void create(String stack, JsonNode template) throws IOException, InterruptedException {
    Path file = Files.createTempFile(stack, ".json");
    Files.writeString(file, template.toString());
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
  private JsonNode adapted(JsonNode template) {
    for (JsonNode resource : template.path("Resources")) {
      ObjectNode properties = (ObjectNode) resource.path("Properties");
      switch (resource.path("Type").asText()) {
        case "AWS::DynamoDB::GlobalTable" -> {
          ((ObjectNode) resource).put("Type", "AWS::DynamoDB::Table");
          JsonNode ours = ours(properties.remove("Replicas"));
          ((ObjectNode) properties.path("SSESpecification"))
              .setAll((ObjectNode) ours.path("SSESpecification"));
          properties.set(
              "PointInTimeRecoverySpecification", ours.path("PointInTimeRecoverySpecification"));
        }
        case "AWS::KMS::Key" -> properties.remove("Tags");
        default -> {
          // As it is.
        }
      }
    }
    return template;
  }

  private JsonNode ours(JsonNode replicas) {
    return replicas
        .valueStream()
        .filter(replica -> replica.path("Region").asText().equals(name))
        .findFirst()
        .orElseGet(() -> replicas.path(0));
  }
}
