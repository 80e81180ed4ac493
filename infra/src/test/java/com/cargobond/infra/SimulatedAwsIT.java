package com.cargobond.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.cargobond.store.deployment.EventFunction;
import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.deployment.MessageQueue;
import com.cargobond.store.deployment.OutboxFeed;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** The templates can be deployed, and the executable finds what they make. */
@ExtendWith(NeedsNode.class)
class SimulatedAwsIT {

  /** The simulator knows no aliases, and so none of the stacks behind the functions. */
  private static final List<String> STACKS =
      List.of("cargobond-dev-key", "cargobond-dev-data", "cargobond-dev-messaging");

  private static Simulator simulator;
  private static SimulatedRegion aws;

  @BeforeAll
  static void deploy() throws IOException, InterruptedException {
    simulator = Simulator.orSkip();
    aws = simulator.in(ASetting.USUAL);
    for (String stack : STACKS) {
      aws.deploy(stack, Synthesised.dev().template(stack));
    }
  }

  @AfterAll
  static void stop() {
    Optional.ofNullable(simulator).ifPresent(Simulator::close);
  }

  @Test
  void the_deployed_tables_are_the_ledgers() throws Exception {
    assertThat(aws.aws("dynamodb", "list-tables").path("TableNames"))
        .extracting(JsonNode::asText)
        .filteredOn(name -> !name.startsWith("restored-"))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(LedgerTable.values()).map(table -> table.name("dev-")).toList());
    for (LedgerTable table : LedgerTable.values()) {
      JsonNode deployed =
          aws.aws("dynamodb", "describe-table", "--table-name", table.name("dev-")).path("Table");
      assertThat(deployed.has("LatestStreamArn")).isEqualTo(DataStack.isStreamed(table));
      assertThat(deployed.path("KeySchema")).hasSize(table.sortKey().isPresent() ? 2 : 1);
    }
  }

  @Test
  void the_deployed_queues_are_those_that_the_functions_know() throws Exception {
    List<String> names =
        aws.aws("sqs", "list-queues")
            .path("QueueUrls")
            .valueStream()
            .map(url -> url.asText().substring(url.asText().lastIndexOf('/') + 1))
            .toList();

    assertThat(names)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Stream.of(MessageQueue.values())
                        .flatMap(
                            queue -> Stream.of(queue.name("dev-"), queue.deadLetterName("dev-"))),
                    Stream.of(OutboxFeed.failuresName("dev-")))
                .toList());
  }

  @Test
  void an_event_from_the_queue_is_applied_and_its_notice_leaves_by_the_outbox() throws Exception {
    SimulatedSite site = site();
    Declaration declaration = new Declaration(1, "100.00");

    site.send(
        MessageQueue.CARGO_EVENTS.name("dev-"),
        Declaration.GROUP,
        declaration.id(),
        declaration.cloudEvent());
    site.drain();

    assertThat(
            aws.aws("dynamodb", "scan", "--table-name", LedgerTable.SHIPMENTS.name("dev-"))
                .path("Items"))
        .extracting(shipment -> shipment.at("/pk/S").asText())
        .contains(declaration.shipment());
    assertThat(site.take(MessageQueue.NOTICES.name("dev-")))
        .extracting(
            notice -> notice.path("type").asText(),
            notice -> notice.path("code").asText(),
            notice -> notice.path("shipment").asText())
        .contains(tuple("COVER_REFUSED", "NOT_FOUND", declaration.shipment()));
    assertThat(site.logged(EventFunction.APPLY_EVENTS)).anyMatch(counted("EventsApplied"));
    assertThat(site.logged(EventFunction.PUBLISH))
        .anyMatch(
            counted("NoticesSent")
                .and(line -> line.at("/mdc/notice").asText().equals("COVER_REFUSED")));
  }

  @Test
  void no_function_calls_more_than_its_role_allows() throws Exception {
    SimulatedSite site = site();
    Declaration declaration = new Declaration(2, "100.00");
    site.send(
        MessageQueue.CARGO_EVENTS.name("dev-"),
        Declaration.GROUP,
        declaration.id(),
        declaration.cloudEvent());
    for (MessageQueue queue : MessageQueue.values()) {
      if (EventFunction.fedBy(queue).filter(EventFunction.PAY::equals).isPresent()) {
        site.send(queue.name("dev-"), "RF-1", "o-1", "{\"reference\": \"RF-1\"}");
      }
    }
    site.send(MessageQueue.NOTICES.deadLetterName("dev-"), "G-1", "n-1", "{}");
    site.drain();
    site.call(EventFunction.POSITION, "{\"registrationNo\": \"REG-1\"}");
    site.call(EventFunction.SWEEP, "{}");

    assertThat(EventFunction.values())
        .allSatisfy(function -> assertThat(site.called(function)).isNotEmpty());
    assertThat(Stream.of(EventFunction.values()).flatMap(function -> beyondItsRole(site, function)))
        .isEmpty();
  }

  private static Stream<String> beyondItsRole(SimulatedSite site, EventFunction function) {
    Set<String> granted = Granted.to(function.functionName());
    return site.called(function).stream()
        .filter(action -> !granted.contains(action))
        .map(action -> function.functionName() + " calls " + action);
  }

  @Test
  void a_bank_that_mistypes_is_told_so_and_its_line_is_not_counted_as_a_failure() throws Exception {
    OneCall.Answer answer = site().call(EventFunction.POSITION, "{}");

    assertThat(answer.body()).contains("give either guaranteeId or registrationNo");
    assertThat(answer.lines())
        .filteredOn(line -> line.path("level").asText().equals("ERROR"))
        .isNotEmpty()
        .noneMatch(counted("position-logged-errors"));
  }

  /** Whether a line is counted by the metric of that name. */
  private static Predicate<JsonNode> counted(String metric) {
    JsonNode filter =
        Stream.of("cargobond-dev-functions", "cargobond-dev-operations")
            .flatMap(
                stack -> Synthesised.dev().resources(stack, "AWS::Logs::MetricFilter").stream())
            .filter(
                one ->
                    one.at("/Properties/MetricTransformations/0/MetricName")
                        .asText()
                        .equals(metric))
            .findFirst()
            .orElseThrow();
    return line -> LogPattern.counts(filter.at("/Properties/FilterPattern").asText(), line);
  }

  @Test
  void all_tables_are_restored_beside_the_live_ones_as_ready_as_they_are() throws Exception {
    try (DynamoDbClient tables = aws.dynamoDb()) {
      Map<String, AttributeValue> entry =
          Map.of("pk", AttributeValue.fromS("G-1"), "sk", AttributeValue.fromS("1"));
      tables.putItem(put -> put.tableName(LedgerTable.AUDIT.name("dev-")).item(entry));
      // The simulator does not take it from the template.
      tables.updateTimeToLive(
          update ->
              update
                  .tableName(LedgerTable.OUTBOX.name("dev-"))
                  .timeToLiveSpecification(
                      expiry -> expiry.enabled(true).attributeName(LedgerTable.EXPIRY)));

      String said =
          Tool.RESTORE.run(
              List.of("dev", Instant.now().toString(), "restored-dev-"), aws.environment());

      assertThat(LedgerTable.values())
          .allSatisfy(
              table -> {
                String restored = table.name("restored-dev-");
                assertThat(features(tables, restored))
                    .isEqualTo(features(tables, table.name("dev-")));
                assertThat(recovery(tables, restored)).isEqualTo("ENABLED");
              });
      assertThat(
              tables.scan(scan -> scan.tableName(LedgerTable.AUDIT.name("restored-dev-"))).items())
          .contains(entry);
      assertThat(said)
          .contains("deploy with -c tablePrefix=restored-dev- -c outboxStream=arn:aws:dynamodb:");
    }
  }

  /** What is not restored with a table. */
  private static List<Object> features(DynamoDbClient tables, String name) {
    TableDescription table = tables.describeTable(describe -> describe.tableName(name)).table();
    return Arrays.asList(
        table.tableStatus(),
        table.streamSpecification(),
        tables
            .describeTimeToLive(describe -> describe.tableName(name))
            .timeToLiveDescription()
            .attributeName());
  }

  private static String recovery(DynamoDbClient tables, String name) {
    return tables
        .describeContinuousBackups(describe -> describe.tableName(name))
        .continuousBackupsDescription()
        .pointInTimeRecoveryDescription()
        .pointInTimeRecoveryStatusAsString();
  }

  private static SimulatedSite site() throws IOException {
    return new SimulatedSite(
        aws, Synthesised.dev(), "cargobond-dev-functions", NativeEvents.orSkip());
  }
}
