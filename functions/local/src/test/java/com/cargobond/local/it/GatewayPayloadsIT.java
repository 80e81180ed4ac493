package com.cargobond.local.it;

import static com.cargobond.local.it.Application.aGuarantee;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.local.identity.MachineKey;
import com.cargobond.local.identity.Tokens;
import com.cargobond.local.lambda.FunctionProcesses;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Payloads as API Gateway hands them over, to the function that is deployed: the native executable
 * where the build made one, else the same function on a JVM.
 */
@ExtendWith(SharedSystem.class)
class GatewayPayloadsIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path PAYLOADS = Path.of("src/test/resources/com/cargobond/local/it/gateway");

  /** The first answer waits for a JVM to start, beside everything else that is tested. */
  private static final Duration ANSWERS_WITHIN = Duration.ofMinutes(2);

  private static FunctionProcesses api;

  @BeforeAll
  static void start(RunningSystem system) throws IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put("MP_JWT_VERIFY_PUBLICKEY", MachineKey.in(CommandLine.HOME).publicKeyPem());
    environment.put("MP_JWT_VERIFY_ISSUER", Tokens.ISSUER);
    environment.put("AWS_REGION", "us-east-1");
    environment.put("AWS_ACCESS_KEY_ID", "local");
    environment.put("AWS_SECRET_ACCESS_KEY", "local");
    environment.put("AWS_ENDPOINT_URL_DYNAMODB", system.dynamoDbEndpoint().toString());
    environment.put("AWS_ENDPOINT_URL_SQS", system.queuesEndpoint().toString());
    api =
        new FunctionProcesses(
            DeployedApi.executable(),
            environment,
            CommandLine.HOME.resolve("gateway-payloads.log"),
            ANSWERS_WITHIN,
            1);
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  static Stream<Path> payloads() throws IOException {
    try (Stream<Path> files = Files.list(PAYLOADS)) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void is_answered_as_the_request_would_be(Path file) throws IOException {
    JsonNode expected = JSON.readTree(withTokens(Files.readString(file)));

    JsonNode answer = JSON.readTree(api.invoke(JSON.writeValueAsBytes(expected.path("payload"))));

    int status = expected.path("status").asInt();
    assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(status);
    assertThat(header(answer, "Cache-Control")).contains("no-store");
    assertThat(header(answer, "X-Content-Type-Options")).contains("nosniff");
    if (status >= 400) {
      isProblem(answer, status, expected.path("detail").asText());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "$default, '', a1b2c3.execute-api.cn-north-1.amazonaws.com.cn, ''",
    "prod, /prod, a1b2c3.execute-api.cn-north-1.amazonaws.com.cn, /prod",
    "prod, /prod, api.example.com, ''"
  })
  void what_is_made_is_found_where_the_client_asked(
      String stage, String behind, String domain, String prefix) throws IOException {
    ObjectNode payload = payload("two-accepts-in-one-header.json");
    payload.put("rawPath", behind + "/v1/guarantees");
    ObjectNode context = (ObjectNode) payload.path("requestContext");
    context.put("stage", stage).put("domainName", domain);
    ((ObjectNode) context.path("http")).put("method", "POST");
    ObjectNode headers = (ObjectNode) payload.path("headers");
    headers.put("authorization", "Bearer " + Bearer.bank()).put("content-type", "application/json");
    payload.put("body", Fields.json(aGuarantee().fields()));

    JsonNode answer = JSON.readTree(api.invoke(JSON.writeValueAsBytes(payload)));

    assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(201);
    String id = JSON.readTree(answer.path("body").asText()).path("guaranteeId").asText();
    assertThat(header(answer, "Location")).contains(prefix + "/v1/guarantees/" + id);
  }

  private static ObjectNode payload(String file) throws IOException {
    return (ObjectNode) JSON.readTree(Files.readString(PAYLOADS.resolve(file))).path("payload");
  }

  private static void isProblem(JsonNode answer, int status, String detail) throws IOException {
    assertThat(header(answer, "Content-Type")).contains("application/problem+json");
    JsonNode problem = JSON.readTree(answer.path("body").asText());
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("title").asText()).isNotBlank();
    assertThat(problem.path("detail").asText()).isNotBlank().contains(detail);
  }

  private static Optional<String> header(JsonNode answer, String name) {
    return answer.path("headers").properties().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(header -> header.getValue().asText())
        .findFirst();
  }

  private static String withTokens(String payload) {
    return payload.replace("${OPS}", Bearer.ops()).replace("${CUSTOMS}", Bearer.customs());
  }
}
