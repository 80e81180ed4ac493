package com.cargobond.infra;

import static com.cargobond.infra.Synthesised.text;
import static com.cargobond.infra.Synthesised.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each role may do what its code does, and nothing else. */
@ExtendWith(NeedsNode.class)
class RightsTest {

  private static final String STACK = "cargobond-dev-functions";

  @Test
  void apply_events_writes_the_ledger_and_reads_its_queue() {
    assertThat(rights("apply-events"))
        .containsExactlyInAnyOrder(
            "kms:Decrypt key",
            "sqs:ReceiveMessage dev-cargo-events.fifo",
            "sqs:DeleteMessage dev-cargo-events.fifo",
            "sqs:GetQueueAttributes dev-cargo-events.fifo",
            "dynamodb:GetItem table/dev-guarantees",
            "dynamodb:BatchGetItem table/dev-guarantees",
            "dynamodb:Query table/dev-guarantees",
            "dynamodb:PutItem table/dev-guarantees",
            "dynamodb:DeleteItem table/dev-guarantees",
            "dynamodb:BatchGetItem table/dev-shipments",
            "dynamodb:PutItem table/dev-shipments",
            "dynamodb:BatchGetItem table/dev-deposits",
            "dynamodb:PutItem table/dev-deposits",
            "dynamodb:PutItem table/dev-receipts",
            "dynamodb:PutItem table/dev-outbox",
            "dynamodb:PutItem table/dev-audit",
            "dynamodb:PutItem table/dev-exceptions",
            "dynamodb:DeleteItem table/dev-exceptions",
            "logs:CreateLogStream its log",
            "logs:PutLogEvents its log",
            "xray:PutTraceSegments *",
            "xray:PutTelemetryRecords *");
  }

  @Test
  void publish_reads_the_outboxs_stream_and_sends() {
    assertThat(rights("publish"))
        .containsExactlyInAnyOrder(
            "kms:Decrypt key",
            "kms:GenerateDataKey key",
            "dynamodb:DescribeStream outbox's stream",
            "dynamodb:GetRecords outbox's stream",
            "dynamodb:GetShardIterator outbox's stream",
            "dynamodb:ListStreams table/dev-outbox/stream/*",
            "sqs:GetQueueUrl dev-cargo-events.fifo",
            "sqs:SendMessage dev-cargo-events.fifo",
            "sqs:GetQueueUrl dev-notices.fifo",
            "sqs:SendMessage dev-notices.fifo",
            "sqs:GetQueueUrl dev-refund-orders.fifo",
            "sqs:SendMessage dev-refund-orders.fifo",
            "sqs:SendMessage dev-outbox-dead-letters",
            "logs:CreateLogStream its log",
            "logs:PutLogEvents its log",
            "xray:PutTraceSegments *",
            "xray:PutTelemetryRecords *");
  }

  @Test
  void position_reads_guarantees_only() {
    assertThat(rights("position"))
        .containsExactlyInAnyOrder(
            "kms:Decrypt key",
            "dynamodb:GetItem table/dev-guarantees",
            "dynamodb:Query table/dev-guarantees",
            "logs:CreateLogStream its log",
            "logs:PutLogEvents its log",
            "xray:PutTraceSegments *",
            "xray:PutTelemetryRecords *");
  }

  @Test
  void pay_refunds_writes_deposits_and_reads_its_queue() {
    assertThat(rights("pay-refunds"))
        .containsExactlyInAnyOrder(
            "kms:Decrypt key",
            "sqs:ReceiveMessage dev-refund-orders.fifo",
            "sqs:DeleteMessage dev-refund-orders.fifo",
            "sqs:GetQueueAttributes dev-refund-orders.fifo",
            "dynamodb:GetItem table/dev-guarantees",
            "dynamodb:PutItem table/dev-guarantees",
            "dynamodb:DeleteItem table/dev-guarantees",
            "dynamodb:BatchGetItem table/dev-deposits",
            "dynamodb:PutItem table/dev-deposits",
            "dynamodb:PutItem table/dev-outbox",
            "dynamodb:PutItem table/dev-audit",
            "dynamodb:PutItem table/dev-exceptions",
            "dynamodb:DeleteItem table/dev-exceptions",
            "logs:CreateLogStream its log",
            "logs:PutLogEvents its log",
            "xray:PutTraceSegments *",
            "xray:PutTelemetryRecords *");
  }

  @Test
  void sweep_finds_what_is_due_and_writes_the_ledger() {
    assertThat(rights("sweep"))
        .containsExactlyInAnyOrder(
            "kms:Decrypt key",
            "dynamodb:GetItem table/dev-guarantees",
            "dynamodb:BatchGetItem table/dev-guarantees",
            "dynamodb:Query table/dev-guarantees",
            "dynamodb:PutItem table/dev-guarantees",
            "dynamodb:DeleteItem table/dev-guarantees",
            "dynamodb:BatchGetItem table/dev-shipments",
            "dynamodb:PutItem table/dev-shipments",
            "dynamodb:BatchGetItem table/dev-deposits",
            "dynamodb:PutItem table/dev-deposits",
            "dynamodb:PutItem table/dev-receipts",
            "dynamodb:PutItem table/dev-outbox",
            "dynamodb:PutItem table/dev-audit",
            "dynamodb:PutItem table/dev-exceptions",
            "dynamodb:DeleteItem table/dev-exceptions",
            "logs:CreateLogStream its log",
            "logs:PutLogEvents its log",
            "xray:PutTraceSegments *",
            "xray:PutTelemetryRecords *");
  }

  @Test
  void keep_dead_letters_reads_dead_letters_and_writes_exceptions_only() {
    assertThat(rights("keep-dead-letters"))
        .containsExactlyInAnyOrder(
            "kms:Decrypt key",
            "sqs:ReceiveMessage dev-cargo-events-dead-letters.fifo",
            "sqs:DeleteMessage dev-cargo-events-dead-letters.fifo",
            "sqs:GetQueueAttributes dev-cargo-events-dead-letters.fifo",
            "sqs:ReceiveMessage dev-notices-dead-letters.fifo",
            "sqs:DeleteMessage dev-notices-dead-letters.fifo",
            "sqs:GetQueueAttributes dev-notices-dead-letters.fifo",
            "sqs:ReceiveMessage dev-refund-orders-dead-letters.fifo",
            "sqs:DeleteMessage dev-refund-orders-dead-letters.fifo",
            "sqs:GetQueueAttributes dev-refund-orders-dead-letters.fifo",
            "sqs:ReceiveMessage dev-outbox-dead-letters",
            "sqs:DeleteMessage dev-outbox-dead-letters",
            "sqs:GetQueueAttributes dev-outbox-dead-letters",
            "dynamodb:PutItem table/dev-exceptions",
            "logs:CreateLogStream its log",
            "logs:PutLogEvents its log",
            "xray:PutTraceSegments *",
            "xray:PutTelemetryRecords *");
  }

  @Test
  void the_api_writes_the_ledger_and_sends_events_without_reading_any() {
    assertThat(rights("api"))
        .containsExactlyInAnyOrder(
            "kms:Decrypt key",
            "kms:GenerateDataKey key",
            "sqs:GetQueueUrl dev-cargo-events.fifo",
            "sqs:SendMessage dev-cargo-events.fifo",
            "dynamodb:GetItem table/dev-guarantees",
            "dynamodb:BatchGetItem table/dev-guarantees",
            "dynamodb:Query table/dev-guarantees",
            "dynamodb:PutItem table/dev-guarantees",
            "dynamodb:DeleteItem table/dev-guarantees",
            "dynamodb:BatchGetItem table/dev-shipments",
            "dynamodb:PutItem table/dev-shipments",
            "dynamodb:Scan table/dev-deposits",
            "dynamodb:BatchGetItem table/dev-deposits",
            "dynamodb:PutItem table/dev-deposits",
            "dynamodb:PutItem table/dev-receipts",
            "dynamodb:PutItem table/dev-outbox",
            "dynamodb:PutItem table/dev-audit",
            "dynamodb:GetItem table/dev-exceptions",
            "dynamodb:Query table/dev-exceptions",
            "dynamodb:PutItem table/dev-exceptions",
            "dynamodb:DeleteItem table/dev-exceptions",
            "logs:CreateLogStream its log",
            "logs:PutLogEvents its log",
            "xray:PutTraceSegments *",
            "xray:PutTelemetryRecords *");
  }

  @Test
  void the_schedule_may_invoke_the_sweep_and_nothing_else() {
    assertThat(Synthesised.dev().resources("cargobond-dev-operations", "AWS::IAM::Policy"))
        .hasSize(1)
        .allSatisfy(
            policy ->
                assertThat(statements(policy))
                    .hasSize(1)
                    .allSatisfy(
                        statement -> {
                          assertThat(statement.path("Action").asText())
                              .isEqualTo("lambda:InvokeFunction");
                          assertThat(text(statement.path("Resource"))).contains("sweepLive");
                        }));
  }

  @Test
  void no_policy_anywhere_allows_a_wildcard_of_actions() {
    List<JsonNode> policies =
        Synthesised.all()
            .flatMap(
                deployment ->
                    Stream.of("AWS::IAM::Policy", "AWS::IAM::Role", "AWS::IAM::ManagedPolicy")
                        .flatMap(type -> deployment.resources(type).stream()))
            .toList();

    assertThat(policies).isNotEmpty();
    assertThat(policies)
        .allSatisfy(
            policy -> {
              assertThat(policy.at("/Properties").has("Policies")).as("inline").isFalse();
              assertThat(
                      statements(policy).stream()
                          .flatMap(one -> texts(one.path("Action")).stream()))
                  .noneMatch(action -> action.contains("*"));
            });
  }

  @Test
  void each_function_has_a_role_of_its_own_that_lambda_only_may_take() {
    List<JsonNode> functions = Synthesised.dev().resources(STACK, "AWS::Lambda::Function");

    assertThat(functions.stream().map(one -> text(one.at("/Properties/Role"))).distinct())
        .hasSameSizeAs(functions);
  }

  private static Set<String> rights(String function) {
    String id = function.replace("-", "");
    Pattern policyOfFunction = Pattern.compile(id + "(Rights|RoleDefaultPolicy)[0-9A-F]{8}");
    Set<String> rights = new TreeSet<>();
    for (JsonNode policy : Synthesised.dev().resources(STACK, "AWS::IAM::Policy")) {
      if (policyOfFunction.matcher(policy.at("/Properties/PolicyName").asText()).matches()) {
        for (JsonNode statement : statements(policy)) {
          assertThat(statement.path("Effect").asText()).isEqualTo("Allow");
          for (String action : texts(statement.path("Action"))) {
            texts(statement.path("Resource"))
                .forEach(resource -> rights.add(action + " " + shortened(resource, id)));
          }
        }
      }
    }
    return rights;
  }

  private static String shortened(String resource, String id) {
    if (resource.startsWith("<cargobond-dev-key:")) {
      return "key";
    }
    if (resource.startsWith("<cargobond-dev-data:") && resource.contains("outbox")) {
      return "outbox's stream";
    }
    if (resource.matches("<" + id + "Log[0-9A-F]{8}\\.Arn>")) {
      return "its log";
    }
    return resource.substring(resource.lastIndexOf(':') + 1);
  }

  private static List<JsonNode> statements(JsonNode policy) {
    return policy.at("/Properties/PolicyDocument/Statement").valueStream().toList();
  }
}
