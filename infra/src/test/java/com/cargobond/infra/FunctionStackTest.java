package com.cargobond.infra;

import static com.cargobond.infra.Synthesised.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.cargobond.store.deployment.Counterparty;
import com.cargobond.store.deployment.EventFunction;
import com.cargobond.store.deployment.MessageQueue;
import com.cargobond.store.deployment.OutboxFeed;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The deployed functions are those of the executables, told and fed as on one machine. */
@ExtendWith(NeedsNode.class)
class FunctionStackTest {

  /** The queues that functions read, the dead letters of each queue, and the outbox' own. */
  private static final int QUEUE_FEEDS = (int) read().count() + MessageQueue.values().length + 1;

  private static final String FUNCTION = "AWS::Lambda::Function";
  private static final String MAPPING = "AWS::Lambda::EventSourceMapping";
  private static final String STACK = "cargobond-dev-functions";
  private static final String HOME = "cargobond-prod-functions";
  private static final String STANDBY = "cargobond-prod-standby-functions";

  /** As the functions wait for it. */
  private static final Duration BANK_ANSWERS_WITHIN = Duration.ofSeconds(10);

  /** It is asked, and paid through if it does not know the payment. */
  private static final int CALLS_PER_REFUND = 2;

  @Test
  void every_log_is_under_the_key_of_its_region() {
    for (Synthesised deployment : List.of(Synthesised.dev(), Synthesised.prod())) {
      assertThat(deployment.resources("AWS::Logs::LogGroup"))
          .isNotEmpty()
          .allSatisfy(
              log ->
                  assertThat(text(log.at("/Properties/KmsKeyId")))
                      .matches("<cargobond-(dev|prod|prod-standby)-key:.*>"));
    }
  }

  @Test
  void there_is_a_function_for_each_of_the_listed_and_the_api() {
    assertThat(functions())
        .extracting(function -> function.at("/Properties/FunctionName").asText())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Stream.of(EventFunction.values())
                        .map(function -> "dev-" + function.functionName()),
                    Stream.of("dev-api"))
                .toList());
  }

  @Test
  void every_function_is_an_executable_on_arm_that_is_traced_and_logs_json() {
    assertThat(functions())
        .allSatisfy(
            function -> {
              JsonNode properties = function.path("Properties");
              assertThat(properties.path("Runtime").asText()).isEqualTo("provided.al2023");
              assertThat(properties.at("/Architectures/0").asText()).isEqualTo("arm64");
              assertThat(properties.at("/TracingConfig/Mode").asText()).isEqualTo("Active");
              assertThat(properties.at("/LoggingConfig/LogFormat").asText()).isEqualTo("JSON");
              assertThat(text(properties.path("KmsKeyArn"))).startsWith("<cargobond-dev-key:");
            });
  }

  @ParameterizedTest
  @EnumSource
  void an_event_function_is_selected_and_told_its_tables_and_queues(EventFunction function) {
    JsonNode properties = function(function.functionName()).path("Properties");
    JsonNode environment = properties.at("/Environment/Variables");

    assertThat(environment.path("QUARKUS_FUNQY_EXPORT").asText())
        .isEqualTo(function.functionName());
    assertThat(environment.path("CARGOBOND_TABLE_PREFIX").asText()).isEqualTo("dev-");
    assertThat(environment.path("CARGOBOND_QUEUE_PREFIX").asText()).isEqualTo("dev-");
  }

  @ParameterizedTest
  @EnumSource
  void an_event_function_has_the_memory_and_the_time_that_the_list_gives_it(
      EventFunction function) {
    JsonNode properties = function(function.functionName()).path("Properties");

    assertThat(properties.path("Timeout").asLong()).isEqualTo(function.timeout().toSeconds());
    assertThat(properties.path("MemorySize").asInt()).isEqualTo(function.memoryMebibytes());
  }

  @Test
  void the_api_has_as_long_as_the_gateway_waits_and_the_memory_of_the_others() {
    JsonNode properties = function("api").path("Properties");

    assertThat(properties.path("Timeout").asLong()).isEqualTo(30);
    assertThat(properties.path("MemorySize").asInt())
        .isEqualTo(EventFunction.APPLY_EVENTS.memoryMebibytes());
  }

  @ParameterizedTest
  @MethodSource("read")
  void a_bank_that_is_silent_does_not_outlast_those_that_pay(
      EventFunction function, MessageQueue queue) {
    if (function.calls(Counterparty.BANK)) {
      assertThat(BANK_ANSWERS_WITHIN.multipliedBy((long) CALLS_PER_REFUND * queue.batchMax()))
          .isLessThan(function.timeout());
    }
  }

  @Test
  void the_functions_work_on_restored_tables_instead_where_there_are_some() {
    Synthesised restored = Synthesised.restored();

    assertThat(
            restored
                .resource("cargobond-prod-functions", FUNCTION, "FunctionName", "prod-apply-events")
                .at("/Properties/Environment/Variables/CARGOBOND_TABLE_PREFIX")
                .asText())
        .isEqualTo("restored-prod-");
    assertThat(restored.resources("cargobond-prod-functions", "AWS::IAM::Policy"))
        .extracting(JsonNode::toString)
        .noneMatch(policy -> policy.contains("table/prod-"))
        .anyMatch(policy -> policy.contains("table/restored-prod-shipments"))
        .anyMatch(policy -> policy.contains(ASetting.RESTORED_OUTBOX_STREAM));
    assertThat(restored.resources("cargobond-prod-functions", MAPPING))
        .extracting(mapping -> text(mapping.at("/Properties/EventSourceArn")))
        .contains(ASetting.RESTORED_OUTBOX_STREAM);
  }

  @Test
  void every_version_is_kept_to_go_back_to() {
    assertThat(Synthesised.all())
        .allSatisfy(
            deployment ->
                assertThat(deployment.resources("AWS::Lambda::Version"))
                    .isNotEmpty()
                    .allSatisfy(
                        version ->
                            assertThat(version.path("DeletionPolicy").asText())
                                .isEqualTo("Retain")));
  }

  @Test
  void where_events_are_not_worked_on_nobody_is_answered() {
    for (String function : List.of("api", "position", "sweep")) {
      assertThat(reserved(Synthesised.prod(), STANDBY, function)).isEqualTo("0");
      assertThat(reserved(Synthesised.failedOver(), HOME, function)).isEqualTo("0");
      assertThat(reserved(Synthesised.atRest(), HOME, function)).isEqualTo("0");
      assertThat(reserved(Synthesised.atRest(), STANDBY, function)).isEqualTo("0");
    }
  }

  @Test
  void where_events_are_worked_on_calls_are_kept_free_for_those_that_are_called_if_asked() {
    assertThat(Stream.of("api", "position", "sweep"))
        .extracting(function -> reserved(Synthesised.prod(), HOME, function))
        .containsExactly("100", "10", "1");
    assertThat(Stream.of("api", "position", "sweep"))
        .extracting(function -> reserved(Synthesised.failedOver(), STANDBY, function))
        .containsExactly("100", "10", "1");
    assertThat(Synthesised.dev().resources(STACK, FUNCTION))
        .noneMatch(function -> function.at("/Properties").has("ReservedConcurrentExecutions"));
  }

  @Test
  void what_lambda_polls_for_is_bounded_by_its_feed_and_never_throttled() {
    assertThat(
            Stream.of(EventFunction.values())
                .filter(function -> !function.answersCallers() && function.interval().isEmpty())
                .map(function -> reserved(Synthesised.atRest(), HOME, function.functionName())))
        .hasSize(4)
        .containsOnly("");
  }

  @Test
  void at_rest_nothing_is_polled_for_in_either_region() {
    assertThat(Synthesised.atRest().resources(MAPPING))
        .isNotEmpty()
        .allSatisfy(mapping -> assertThat(mapping.at("/Properties/Enabled").asBoolean()).isFalse());
  }

  @Test
  void those_that_pay_know_the_bank_by_a_reference_to_its_token_and_no_other_does() {
    for (JsonNode function : functions()) {
      JsonNode environment = function.at("/Properties/Environment/Variables");
      boolean pays =
          List.of("pay", "sweep").contains(environment.path("QUARKUS_FUNQY_EXPORT").asText());
      assertThat(environment.path("CARGOBOND_BANK_URL").asText())
          .isEqualTo(pays ? "https://bank.example" : "");
      assertThat(environment.path("CARGOBOND_BANK_TOKEN").asText())
          .isEqualTo(pays ? "{{resolve:secretsmanager:dev-bank-token:SecretString:::}}" : "");
    }
  }

  @Test
  void another_version_of_the_banks_token_is_another_version_of_the_function() {
    assertThat(
            Synthesised.prod()
                .resource("cargobond-prod-functions", FUNCTION, "FunctionName", "prod-pay")
                .at("/Properties/Environment/Variables/CARGOBOND_BANK_TOKEN")
                .asText())
        .isEqualTo(
            "{{resolve:secretsmanager:prod-bank-token:SecretString:::2f7d2f3e-0f0a-4b0e-9f2e-0d6c5f6a7b8c}}");
  }

  @Test
  void the_api_verifies_the_tokens_that_the_gateway_lets_in() {
    JsonNode environment = function("api").at("/Properties/Environment/Variables");

    assertThat(environment.path("MP_JWT_VERIFY_ISSUER").asText())
        .isEqualTo("https://issuer.example");
    assertThat(environment.path("MP_JWT_VERIFY_PUBLICKEY_LOCATION").asText())
        .isEqualTo("https://issuer.example/.well-known/jwks.json");
  }

  @Test
  void every_functions_log_is_kept_for_a_time() {
    assertThat(Synthesised.dev().resources(STACK, "AWS::Logs::LogGroup"))
        .hasSameSizeAs(functions())
        .allSatisfy(log -> assertThat(log.at("/Properties/RetentionInDays").asInt()).isEqualTo(14));
    assertThat(Synthesised.prod().resources("AWS::Logs::LogGroup"))
        .allSatisfy(
            log -> assertThat(log.at("/Properties/RetentionInDays").asInt()).isEqualTo(365));
  }

  @ParameterizedTest
  @MethodSource("read")
  void queues_are_read_in_batches_whose_failures_come_back_alone(
      EventFunction function, MessageQueue queue) {
    JsonNode properties = mapping(function, queue.name("dev-"));

    assertThat(properties.path("BatchSize").asInt()).isEqualTo(queue.batchMax());
    assertThat(properties.path("FunctionResponseTypes"))
        .extracting(JsonNode::asText)
        .containsExactly("ReportBatchItemFailures");
    assertThat(properties.at("/ScalingConfig/MaximumConcurrency").asInt())
        .isEqualTo(queue.batchesAtOnceMax())
        .isBetween(2, 1_000);
    assertThat(properties.path("Enabled").asBoolean()).isTrue();
  }

  /** Each queue that a function reads, with that function. */
  static Stream<Arguments> read() {
    return Stream.of(MessageQueue.values())
        .flatMap(
            queue ->
                EventFunction.fedBy(queue).map(function -> arguments(function, queue)).stream());
  }

  @Test
  void every_dead_letter_is_kept_where_a_person_sees_it() {
    assertThat(Synthesised.dev().resources(STACK, MAPPING))
        .extracting(mapping -> text(mapping.at("/Properties/EventSourceArn")))
        .satisfies(
            sources ->
                assertThat(MessageQueue.values())
                    .allSatisfy(
                        queue ->
                            assertThat(sources)
                                .anyMatch(arn -> arn.endsWith(queue.deadLetterName("dev-")))))
        .anyMatch(arn -> arn.endsWith(OutboxFeed.failuresName("dev-")));
  }

  @Test
  void the_outbox_is_read_from_its_beginning_in_halves_where_it_fails() {
    JsonNode properties = mapping(EventFunction.PUBLISH, "");

    assertThat(properties.path("BatchSize").asInt()).isEqualTo(OutboxFeed.RECORDS_PER_BATCH_MAX);
    assertThat(properties.path("MaximumRetryAttempts").asInt()).isEqualTo(-1);
    assertThat(properties.path("MaximumRecordAgeInSeconds").asLong())
        .isEqualTo(OutboxFeed.RECORDS_TRIED_FOR.toSeconds());
    assertThat(properties.path("BisectBatchOnFunctionError").asBoolean()).isTrue();
    assertThat(properties.path("StartingPosition").asText()).isEqualTo("TRIM_HORIZON");
    assertThat(properties.at("/FunctionResponseTypes/0").asText())
        .isEqualTo("ReportBatchItemFailures");
    assertThat(text(properties.at("/DestinationConfig/OnFailure/Destination")))
        .endsWith(":" + OutboxFeed.failuresName("dev-"));
    assertThat(properties.at("/FilterCriteria/Filters/0/Pattern").asText())
        .isEqualTo("{\"eventName\":[\"INSERT\"]}");
  }

  @Test
  void a_standby_waits_with_its_feeds_off_and_takes_over_with_them_on() {
    assertThat(Synthesised.prod().resources(STANDBY, MAPPING))
        .hasSize(QUEUE_FEEDS)
        .allSatisfy(mapping -> assertThat(mapping.at("/Properties/Enabled").asBoolean()).isFalse());
    assertThat(Synthesised.failedOver().resources(STANDBY, MAPPING))
        .hasSize(QUEUE_FEEDS + 1)
        .allSatisfy(mapping -> assertThat(mapping.at("/Properties/Enabled").asBoolean()).isTrue());
    assertThat(Synthesised.failedOver().resources("cargobond-prod-functions", MAPPING))
        .hasSize(QUEUE_FEEDS + 1)
        .allSatisfy(mapping -> assertThat(mapping.at("/Properties/Enabled").asBoolean()).isFalse());
  }

  @Test
  void a_new_version_gets_the_traffic_bit_by_bit_and_loses_it_if_it_fails() {
    List<JsonNode> groups =
        Synthesised.prod()
            .resources("cargobond-prod-functions", "AWS::CodeDeploy::DeploymentGroup");

    assertThat(groups)
        .hasSameSizeAs(functions())
        .allSatisfy(
            group -> {
              JsonNode properties = group.path("Properties");
              assertThat(properties.path("DeploymentConfigName").asText())
                  .isEqualTo("CodeDeployDefault.LambdaCanary10Percent5Minutes");
              assertThat(properties.at("/AlarmConfiguration/Alarms"))
                  .extracting(alarm -> alarm.at("/Name/Ref").asText())
                  .hasSize(1)
                  .allSatisfy(FunctionStackTest::measuresErrorsAndWhatIsLogged);
              assertThat(properties.at("/AutoRollbackConfiguration/Events"))
                  .extracting(JsonNode::asText)
                  .contains("DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_FAILURE");
            });
    assertThat(Synthesised.prod().resources("cargobond-prod-functions", "AWS::Lambda::Alias"))
        .hasSameSizeAs(functions())
        .allSatisfy(
            alias ->
                assertThat(alias.at("/UpdatePolicy").has("CodeDeployLambdaAliasUpdate")).isTrue());
  }

  private static void measuresErrorsAndWhatIsLogged(String alarm) {
    JsonNode metrics =
        Synthesised.prod().template(HOME).at("/Resources/" + alarm + "/Properties/Metrics");

    List<String> measured =
        metrics
            .valueStream()
            .map(metric -> metric.at("/MetricStat/Metric/MetricName").asText())
            .filter(name -> !name.isEmpty())
            .toList();
    assertThat(measured).anyMatch(name -> name.endsWith("-logged-errors"));
    // What it refuses is an error to Lambda, and no failure.
    assertThat(measured.contains("Errors")).isEqualTo(!alarm.startsWith("position"));
    assertThat(metrics.get(0).path("Expression").asText())
        .matches("FILL\\(\\w+, 0\\)( \\+ FILL\\(\\w+, 0\\))?");
  }

  private static String reserved(Synthesised deployment, String stack, String function) {
    return deployment
        .resource(stack, FUNCTION, "FunctionName", "prod-" + function)
        .at("/Properties/ReservedConcurrentExecutions")
        .asText();
  }

  private static List<JsonNode> functions() {
    return Synthesised.dev().resources(STACK, FUNCTION);
  }

  private static JsonNode function(String name) {
    return Synthesised.dev().resource(STACK, FUNCTION, "FunctionName", "dev-" + name);
  }

  /** What feeds a function from a source whose name ends so. */
  private static JsonNode mapping(EventFunction function, String source) {
    return Synthesised.dev().resources(STACK, MAPPING).stream()
        .map(mapping -> mapping.path("Properties"))
        .filter(
            mapping ->
                text(mapping.path("FunctionName"))
                    .startsWith("<" + function.functionName().replace("-", "") + "Live"))
        .filter(mapping -> text(mapping.path("EventSourceArn")).endsWith(source))
        .findFirst()
        .orElseThrow();
  }
}
