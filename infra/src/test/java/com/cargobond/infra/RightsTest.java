package com.cargobond.infra;

import static com.cargobond.infra.Synthesised.text;
import static com.cargobond.infra.Synthesised.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.store.deployment.ApiFunction;
import com.cargobond.store.deployment.EventFunction;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each role may do what its code does, and nothing else. */
@ExtendWith(NeedsNode.class)
class RightsTest {

  private static final String STACK = "cargobond-dev-functions";

  @Test
  void apply_events_writes_the_ledger_and_reads_its_queue() {
    assertThat(Granted.to("apply-events"))
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
            "dynamodb:BatchGetItem table/dev-subjects",
            "dynamodb:PutItem table/dev-subjects",
            "dynamodb:PutItem table/dev-receipts",
            "dynamodb:PutItem table/dev-outbox",
            "dynamodb:PutItem table/dev-audit",
            "dynamodb:GetItem table/dev-exceptions",
            "dynamodb:PutItem table/dev-exceptions",
            "dynamodb:DeleteItem table/dev-exceptions",
            "logs:CreateLogStream its log",
            "logs:PutLogEvents its log",
            "xray:PutTraceSegments *",
            "xray:PutTelemetryRecords *");
  }

  @Test
  void publish_reads_the_outboxs_stream_and_sends() {
    assertThat(Granted.to("publish"))
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
            "sqs:GetQueueUrl dev-payment-orders.fifo",
            "sqs:SendMessage dev-payment-orders.fifo",
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
    assertThat(Granted.to("position"))
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
  void pay_writes_deposits_and_reads_its_queues() {
    assertThat(Granted.to("pay"))
        .containsExactlyInAnyOrder(
            "kms:Decrypt key",
            "sqs:ReceiveMessage dev-payment-orders.fifo",
            "sqs:DeleteMessage dev-payment-orders.fifo",
            "sqs:GetQueueAttributes dev-payment-orders.fifo",
            "sqs:ReceiveMessage dev-refund-orders.fifo",
            "sqs:DeleteMessage dev-refund-orders.fifo",
            "sqs:GetQueueAttributes dev-refund-orders.fifo",
            "dynamodb:GetItem table/dev-guarantees",
            "dynamodb:PutItem table/dev-guarantees",
            "dynamodb:DeleteItem table/dev-guarantees",
            "dynamodb:BatchGetItem table/dev-deposits",
            "dynamodb:PutItem table/dev-deposits",
            "dynamodb:BatchGetItem table/dev-subjects",
            "dynamodb:PutItem table/dev-subjects",
            "dynamodb:PutItem table/dev-outbox",
            "dynamodb:PutItem table/dev-audit",
            "dynamodb:GetItem table/dev-exceptions",
            "dynamodb:PutItem table/dev-exceptions",
            "dynamodb:DeleteItem table/dev-exceptions",
            "logs:CreateLogStream its log",
            "logs:PutLogEvents its log",
            "xray:PutTraceSegments *",
            "xray:PutTelemetryRecords *");
  }

  @Test
  void sweep_finds_what_is_due_and_writes_the_ledger() {
    assertThat(Granted.to("sweep"))
        .containsExactlyInAnyOrder(
            "kms:Decrypt key",
            "dynamodb:GetItem table/dev-guarantees",
            "dynamodb:BatchGetItem table/dev-guarantees",
            "dynamodb:Query table/dev-guarantees",
            "dynamodb:PutItem table/dev-guarantees",
            "dynamodb:UpdateItem table/dev-guarantees",
            "dynamodb:DeleteItem table/dev-guarantees",
            "dynamodb:BatchGetItem table/dev-shipments",
            "dynamodb:PutItem table/dev-shipments",
            "dynamodb:BatchGetItem table/dev-deposits",
            "dynamodb:PutItem table/dev-deposits",
            "dynamodb:BatchGetItem table/dev-subjects",
            "dynamodb:PutItem table/dev-subjects",
            "dynamodb:PutItem table/dev-receipts",
            "dynamodb:PutItem table/dev-outbox",
            "dynamodb:PutItem table/dev-audit",
            "dynamodb:GetItem table/dev-exceptions",
            "dynamodb:PutItem table/dev-exceptions",
            "dynamodb:DeleteItem table/dev-exceptions",
            "logs:CreateLogStream its log",
            "logs:PutLogEvents its log",
            "xray:PutTraceSegments *",
            "xray:PutTelemetryRecords *");
  }

  @Test
  void keep_dead_letters_reads_dead_letters_and_writes_exceptions_only() {
    assertThat(Granted.to("keep-dead-letters"))
        .containsExactlyInAnyOrder(
            "kms:Decrypt key",
            "sqs:ReceiveMessage dev-cargo-events-dead-letters.fifo",
            "sqs:DeleteMessage dev-cargo-events-dead-letters.fifo",
            "sqs:GetQueueAttributes dev-cargo-events-dead-letters.fifo",
            "sqs:ReceiveMessage dev-notices-dead-letters.fifo",
            "sqs:DeleteMessage dev-notices-dead-letters.fifo",
            "sqs:GetQueueAttributes dev-notices-dead-letters.fifo",
            "sqs:ReceiveMessage dev-payment-orders-dead-letters.fifo",
            "sqs:DeleteMessage dev-payment-orders-dead-letters.fifo",
            "sqs:GetQueueAttributes dev-payment-orders-dead-letters.fifo",
            "sqs:ReceiveMessage dev-refund-orders-dead-letters.fifo",
            "sqs:DeleteMessage dev-refund-orders-dead-letters.fifo",
            "sqs:GetQueueAttributes dev-refund-orders-dead-letters.fifo",
            "sqs:ReceiveMessage dev-outbox-dead-letters",
            "sqs:DeleteMessage dev-outbox-dead-letters",
            "sqs:GetQueueAttributes dev-outbox-dead-letters",
            "dynamodb:GetItem table/dev-exceptions",
            "dynamodb:PutItem table/dev-exceptions",
            "logs:CreateLogStream its log",
            "logs:PutLogEvents its log",
            "xray:PutTraceSegments *",
            "xray:PutTelemetryRecords *");
  }

  @Test
  void the_api_writes_the_ledger_and_sends_events_without_reading_any() {
    assertThat(Granted.to("api"))
        .containsExactlyInAnyOrder(
            "kms:Decrypt key",
            "kms:GenerateDataKey key",
            "sqs:GetQueueUrl dev-cargo-events.fifo",
            "sqs:SendMessage dev-cargo-events.fifo",
            "dynamodb:GetItem table/dev-guarantees",
            "dynamodb:BatchGetItem table/dev-guarantees",
            "dynamodb:Query table/dev-guarantees",
            "dynamodb:PutItem table/dev-guarantees",
            "dynamodb:UpdateItem table/dev-guarantees",
            "dynamodb:DeleteItem table/dev-guarantees",
            "dynamodb:BatchGetItem table/dev-shipments",
            "dynamodb:PutItem table/dev-shipments",
            "dynamodb:Scan table/dev-deposits",
            "dynamodb:BatchGetItem table/dev-deposits",
            "dynamodb:PutItem table/dev-deposits",
            "dynamodb:BatchGetItem table/dev-subjects",
            "dynamodb:PutItem table/dev-subjects",
            "dynamodb:PutItem table/dev-receipts",
            "dynamodb:PutItem table/dev-outbox",
            "dynamodb:PutItem table/dev-audit",
            "dynamodb:GetItem table/dev-exceptions",
            "dynamodb:Query table/dev-exceptions",
            "dynamodb:Query table/dev-exceptions/index/by-age",
            "dynamodb:PutItem table/dev-exceptions",
            "dynamodb:DeleteItem table/dev-exceptions",
            "logs:CreateLogStream its log",
            "logs:PutLogEvents its log",
            "xray:PutTraceSegments *",
            "xray:PutTelemetryRecords *");
  }

  @Test
  void refunds_are_paid_without_touching_a_guarantee() {
    for (String write : List.of("dynamodb:PutItem", "dynamodb:DeleteItem")) {
      assertThat(Granted.conditions("pay", write, "table/dev-guarantees"))
          .containsExactly(
              "ForAllValues:StringLike dynamodb:LeadingKeys DEADLINES#* OPEN-PAYMENTS#* OPEN-REFUNDS#* PAYMENT#* REFUND#*");
    }
  }

  @Test
  void only_the_api_issues_and_registers() {
    for (String function : List.of("apply-events", "sweep")) {
      for (String write : List.of("dynamodb:PutItem", "dynamodb:DeleteItem")) {
        assertThat(Granted.conditions(function, write, "table/dev-guarantees"))
            .containsExactly(
                "ForAllValues:StringNotLike dynamodb:LeadingKeys ISSUANCE#* NUMBER#*"
                    + " REGISTRATION#*");
      }
    }
    assertThat(Granted.conditions("api", "dynamodb:PutItem", "table/dev-guarantees"))
        .containsExactly("");
  }

  @Test
  void nothing_but_the_terms_of_a_guarantee_is_ever_updated() {
    for (String function : List.of("sweep", "api")) {
      assertThat(Granted.conditions(function, "dynamodb:UpdateItem", "table/dev-guarantees"))
          .containsExactly("ForAllValues:StringLike dynamodb:LeadingKeys GUARANTEE#*");
    }
  }

  @Test
  void the_trail_is_only_added_to_and_only_with_what_it_tells_of() {
    for (String function : List.of("apply-events", "pay", "sweep", "api")) {
      assertThat(Granted.conditions(function, "dynamodb:PutItem", "table/dev-audit"))
          .containsExactly(
              "ForAnyValue:StringEquals dynamodb:EnclosingOperation TransactWriteItems");
    }
    assertThat(functions())
        .allSatisfy(
            function ->
                assertThat(Granted.to(function))
                    .noneMatch(
                        right -> right.matches(".*(Update|Delete|Batch).* table/dev-audit")));
  }

  @Test
  void the_key_is_used_by_the_services_that_keep_things_only() {
    assertThat(functions())
        .allSatisfy(
            function ->
                assertThat(Granted.conditions(function, "kms:Decrypt", "key"))
                    .isNotEmpty()
                    .allMatch(
                        condition ->
                            condition.equals(
                                "StringLike kms:ViaService dynamodb.%1$s.amazonaws.com*"
                                        .formatted(ASetting.USUAL)
                                    + " sqs.%1$s.amazonaws.com* lambda.%1$s.amazonaws.com*"
                                        .formatted(ASetting.USUAL))));
  }

  @Test
  void nobody_but_the_api_and_the_outbox_sends_events_to_be_applied() {
    assertThat(functions())
        .filteredOn(
            function -> Granted.to(function).contains("sqs:SendMessage dev-cargo-events.fifo"))
        .containsExactlyInAnyOrder("publish", "api");
    assertThat(
            Synthesised.dev().resources("AWS::IAM::Policy").stream()
                .filter(policy -> policy.toString().contains("sqs:SendMessage"))
                .filter(policy -> policy.toString().contains(":dev-cargo-events.fifo")))
        .hasSize(2);
  }

  private static Stream<String> functions() {
    return Stream.concat(
        Stream.of(EventFunction.values()).map(EventFunction::functionName),
        Stream.of(ApiFunction.NAME));
  }

  @Test
  void the_schedule_may_invoke_the_sweep_and_nothing_else() {
    assertThat(Synthesised.dev().resources("cargobond-dev-operations", "AWS::IAM::Policy"))
        .hasSize(1)
        .allSatisfy(
            policy ->
                assertThat(Granted.statements(policy))
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
                      Granted.statements(policy).stream()
                          .flatMap(one -> texts(one.path("Action")).stream()))
                  .noneMatch(action -> action.contains("*"));
            });
  }

  @Test
  void each_function_has_a_role_of_its_own_that_lambda_only_may_take() {
    List<JsonNode> functions = Synthesised.dev().resources(STACK, "AWS::Lambda::Function");

    assertThat(functions.stream().map(one -> text(one.at("/Properties/Role"))).distinct())
        .hasSameSizeAs(functions);
    assertThat(functions)
        .allSatisfy(
            function ->
                assertThat(takers(STACK, function.at("/Properties/Role/Fn::GetAtt/0").asText()))
                    .containsExactly("sts:AssumeRole Allow lambda.amazonaws.com"));
  }

  @Test
  void every_other_role_is_taken_by_one_service_of_aws_only() {
    assertThat(roles("cargobond-dev-operations"))
        .hasSize(1)
        .allSatisfy(
            role ->
                assertThat(takers("cargobond-dev-operations", role))
                    .containsExactly("sts:AssumeRole Allow scheduler.amazonaws.com"));
    assertThat(roles(STACK))
        .filteredOn(role -> role.contains("Deployment"))
        .isNotEmpty()
        .allSatisfy(
            role ->
                assertThat(takers(STACK, role))
                    .containsExactly("sts:AssumeRole Allow codedeploy.amazonaws.com"));
  }

  private static List<String> roles(String stack) {
    return Synthesised.dev()
        .template(stack)
        .path("Resources")
        .propertyStream()
        .filter(resource -> resource.getValue().path("Type").asText().equals("AWS::IAM::Role"))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Who may take a role, whatever its trust policy says beside. */
  private static List<String> takers(String stack, String role) {
    return Synthesised.dev()
        .template(stack)
        .at("/Resources/" + role + "/Properties/AssumeRolePolicyDocument/Statement")
        .valueStream()
        .map(
            statement ->
                statement.path("Action").asText()
                    + " "
                    + statement.path("Effect").asText()
                    + " "
                    + statement
                        .path("Principal")
                        .propertyStream()
                        .map(who -> text(who.getValue()))
                        .collect(Collectors.joining(" ")))
        .toList();
  }
}
