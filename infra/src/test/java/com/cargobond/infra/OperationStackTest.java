package com.cargobond.infra;

import static com.cargobond.infra.Synthesised.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.cargobond.domain.capability.Capabilities;
import com.cargobond.domain.ledger.Code;
import com.cargobond.domain.ledger.NoticeType;
import com.cargobond.domain.payment.RailName;
import com.cargobond.store.deployment.ApiFunction;
import com.cargobond.store.deployment.EventFunction;
import com.cargobond.store.deployment.MessageQueue;
import com.cargobond.store.deployment.OutboxFeed;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a person is told of, and what runs by the clock. */
@ExtendWith(NeedsNode.class)
class OperationStackTest {

  private static final String ALARM = "AWS::CloudWatch::Alarm";
  private static final String STACK = "cargobond-dev-operations";

  @Test
  void a_dead_letter_that_is_not_kept_for_a_person_raises_an_alarm_wherever_it_lies() {
    Stream<String> deadLetters =
        Stream.concat(
            Stream.of(MessageQueue.values()).map(queue -> queue.deadLetterName("dev-")),
            Stream.of(OutboxFeed.failuresName("dev-")));

    assertThat(deadLetters)
        .allSatisfy(
            queue -> {
              JsonNode alarm =
                  alarm(queue.replace("dev-", "").replace(".fifo", "")).path("Properties");

              assertThat(expression(alarm)).isEqualTo("visible + hidden");
              assertThat(measured(alarm))
                  .extracting(
                      metric -> metric.path("MetricName").asText(),
                      metric -> metric.at("/Dimensions/0/Value").asText())
                  .containsExactlyInAnyOrder(
                      tuple("ApproximateNumberOfMessagesVisible", queue),
                      tuple("ApproximateNumberOfMessagesNotVisible", queue));
              assertThat(alarm.path("Threshold").asInt()).isEqualTo(1);
            });
  }

  @Test
  void any_message_that_was_given_up_raises_an_alarm_as_it_is_kept() {
    JsonNode alarm = alarm("messages-given-up").path("Properties");

    assertThat(alarm.path("MetricName").asText()).isEqualTo("Invocations");
    assertThat(text(alarm.at("/Dimensions/1/Value"))).contains("keepdeadletters");
    assertThat(alarm.path("Threshold").asInt()).isEqualTo(1);
    assertThat(alarm.path("EvaluationPeriods").asInt()).isEqualTo(1);
  }

  @Test
  void a_message_that_waits_too_long_in_any_queue_raises_an_alarm() {
    assertThat(MessageQueue.values())
        .allSatisfy(
            queue ->
                assertThat(measured(alarm(queue.baseName() + "-old").path("Properties")))
                    .extracting(
                        metric -> metric.path("MetricName").asText(),
                        metric -> metric.at("/Dimensions/0/Value").asText())
                    .containsExactly(tuple("ApproximateAgeOfOldestMessage", queue.name("dev-"))));
  }

  @Test
  void what_fails_in_two_of_three_runs_of_the_sweep_or_deliveries_of_an_event_raises_an_alarm() {
    assertThat(functions())
        .allSatisfy(
            function -> {
              JsonNode errors = alarm(function + "-errors").path("Properties");
              assertThat(expression(errors)).endsWith("_logged, 0)");
              assertThat(errors.path("Metrics"))
                  .filteredOn(metric -> metric.has("MetricStat"))
                  .extracting(metric -> metric.at("/MetricStat/Period").asLong())
                  .containsOnly(EventFunction.SWEEP.interval().orElseThrow().toSeconds());
              JsonNode throttles = alarm(function + "-throttles").path("Properties");
              assertThat(throttles.path("MetricName").asText()).isEqualTo("Throttles");
              for (JsonNode alarm : List.of(errors, throttles)) {
                assertThat(alarm.path("Threshold").asInt()).isEqualTo(1);
                assertThat(alarm.path("DatapointsToAlarm").asInt()).isEqualTo(2);
                assertThat(alarm.path("EvaluationPeriods").asInt()).isEqualTo(3);
              }
            });
  }

  @Test
  void a_sweep_that_does_not_run_raises_an_alarm_where_it_should() {
    JsonNode alarm = alarm("sweep-missing").path("Properties");

    assertThat(alarm.path("MetricName").asText()).isEqualTo("Invocations");
    assertThat(alarm.path("ComparisonOperator").asText()).isEqualTo("LessThanThreshold");
    assertThat(alarm.path("Period").asLong())
        .isEqualTo(3 * EventFunction.SWEEP.interval().orElseThrow().toSeconds());
    assertThat(alarm.path("TreatMissingData").asText()).isEqualTo("breaching");
    assertThat(names(Synthesised.prod(), "cargobond-prod-operations"))
        .contains("prod-sweep-missing");
    assertThat(names(Synthesised.prod(), "cargobond-prod-standby-operations"))
        .isNotEmpty()
        .doesNotContain("prod-sweep-missing");
    assertThat(names(Synthesised.failedOver(), "cargobond-prod-standby-operations"))
        .contains("prod-sweep-missing");
    assertThat(names(Synthesised.failedOver(), "cargobond-prod-operations"))
        .isNotEmpty()
        .doesNotContain("prod-sweep-missing");
  }

  @Test
  void what_the_business_must_know_raises_an_alarm() {
    assertThat(
            Stream.of("outbox-behind", "api-server-errors")
                .map(name -> measured(alarm(name).path("Properties")).getFirst()))
        .extracting(metric -> metric.path("MetricName").asText())
        .containsExactly("IteratorAge", "5xx");
  }

  @Test
  void a_notice_that_operations_are_called_for_raises_an_alarm_and_others_do_not() {
    assertThat(Capabilities.ALL.notices())
        .filteredOn(notice -> notice.alarm().isPresent())
        .isNotEmpty()
        .allSatisfy(
            notice -> {
              JsonNode alarm = alarm(hyphenated(notice.name())).path("Properties");
              assertCounts(alarm, "NoticesSent", notice.name());
              assertThat(alarm.path("AlarmDescription").asText())
                  .isEqualTo(notice.alarm().orElseThrow());
            });
    assertThat(names(Synthesised.dev(), STACK))
        .doesNotContainAnyElementsOf(
            Capabilities.ALL.notices().stream()
                .filter(notice -> notice.alarm().isEmpty())
                .map(NoticeType::name)
                .map(name -> "dev-" + hyphenated(name))
                .toList());
  }

  @Test
  void each_rail_has_alarms_of_silence_and_of_what_is_pending_for_too_long() {
    for (RailName rail : RailName.values()) {
      String name = hyphenated(rail.name());
      Map.of(
              "payments-unanswered-" + name, "PaymentsUnanswered_" + rail,
              "payments-pending-" + name, "PaymentsPendingTooLong_" + rail)
          .forEach(
              (alarm, metric) -> {
                JsonNode raised = alarm(alarm).path("Properties");
                assertThat(measured(raised))
                    .extracting(measured -> measured.path("MetricName").asText())
                    .containsExactly(metric);
                assertThat(raised.path("EvaluationPeriods").asInt()).isEqualTo(3);
              });
    }
  }

  @Test
  void whatever_needs_a_person_raises_the_alarm_of_its_code() {
    for (Code code : Capabilities.ALL.codes()) {
      JsonNode alarm = alarm("matter-" + hyphenated(code.name())).path("Properties");

      assertCounts(alarm, "MattersOpened", code.name());
      assertThat(alarm.path("AlarmDescription").asText()).contains(code.meaning());
    }
  }

  @Test
  void an_event_that_is_set_aside_raises_the_alarm_of_its_reason() {
    for (Code reason : Capabilities.ALL.quarantineCodes()) {
      JsonNode alarm = alarm("quarantined-" + hyphenated(reason.name())).path("Properties");

      assertCounts(alarm, "EventsSetAside", reason.name());
    }
  }

  /** Whether one line of those that a metric counts by this value is enough. */
  private static void assertCounts(JsonNode alarm, String metric, String value) {
    assertThat(measured(alarm))
        .extracting(
            measured -> measured.path("MetricName").asText(),
            measured -> measured.at("/Dimensions/0/Value").asText())
        .containsExactly(tuple(metric, value));
    assertThat(alarm.path("Threshold").asInt()).isEqualTo(1);
  }

  private static String hyphenated(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Test
  void a_burst_of_calls_that_are_turned_away_raises_an_alarm_and_a_mistake_does_not() {
    Map.of("unauthenticated-burst", "401", "forbidden-burst", "403", "throttled-burst", "429")
        .forEach(
            (name, status) -> {
              JsonNode alarm = alarm(name).path("Properties");
              assertThat(measured(alarm))
                  .extracting(metric -> metric.path("MetricName").asText())
                  .containsExactly("Status" + status);
              assertThat(alarm.path("Threshold").asInt()).isGreaterThan(10);
              JsonNode filter =
                  Synthesised.dev().resources(STACK, "AWS::Logs::MetricFilter").stream()
                      .map(one -> one.path("Properties"))
                      .filter(
                          one ->
                              one.at("/MetricTransformations/0/MetricName")
                                  .asText()
                                  .equals("Status" + status))
                      .findFirst()
                      .orElseThrow();
              assertThat(text(filter.path("LogGroupName"))).contains("AccessLog");
              String pattern = filter.path("FilterPattern").asText();
              ObjectNode line = JsonNodeFactory.instance.objectNode().put("status", status);
              assertThat(LogPattern.counts(pattern, line)).isTrue();
              assertThat(LogPattern.counts(pattern, line.put("status", "200"))).isFalse();
            });
  }

  @Test
  void a_gap_in_the_write_once_copy_raises_an_alarm() {
    assertThat(
            Stream.of("trail-dead-letters", "trail-undelivered", "trail-not-locked")
                .map(name -> measured(alarm(name).path("Properties")).getFirst()))
        .extracting(metric -> metric.path("MetricName").asText())
        .containsExactly(
            "ApproximateNumberOfMessagesVisible",
            "DeliveryToS3.DataFreshness",
            "OperationsFailedReplication");
    assertThat(names(Synthesised.prod(), "cargobond-prod-standby-operations"))
        .noneMatch(name -> name.contains("trail"));
  }

  @Test
  void every_alarm_tells_the_topic_when_it_begins_and_when_it_is_over() {
    assertThat(alarms())
        .allSatisfy(
            alarm -> {
              assertThat(text(alarm.at("/Properties/AlarmActions/0"))).startsWith("<AlarmTopic");
              assertThat(text(alarm.at("/Properties/OKActions/0"))).startsWith("<AlarmTopic");
              assertThat(alarm.at("/Properties/AlarmDescription").asText()).isNotEmpty();
            });
    assertThat(alarms())
        .filteredOn(
            alarm -> !alarm.at("/Properties/AlarmName").asText().equals("dev-sweep-missing"))
        .allSatisfy(
            alarm ->
                assertThat(alarm.at("/Properties/TreatMissingData").asText())
                    .isEqualTo("notBreaching"));
  }

  @Test
  void the_topic_is_encrypted_and_tells_the_address_that_was_given() {
    assertThat(Synthesised.prod().resources("cargobond-prod-operations", "AWS::SNS::Topic"))
        .hasSize(1)
        .allSatisfy(
            topic ->
                assertThat(text(topic.at("/Properties/KmsMasterKeyId")))
                    .startsWith("<cargobond-prod-key:"));
    assertThat(
            Synthesised.prod()
                .resource(
                    "cargobond-prod-operations",
                    "AWS::SNS::Subscription",
                    "Endpoint",
                    "ops@example.com"))
        .isNotNull();
  }

  @Test
  void alarms_may_publish_to_the_topic() {
    JsonNode policy = Synthesised.dev().resources(STACK, "AWS::SNS::TopicPolicy").getFirst();

    assertThat(policy.at("/Properties/PolicyDocument/Statement"))
        .anySatisfy(
            statement -> {
              assertThat(statement.path("Effect").asText()).isEqualTo("Allow");
              assertThat(statement.path("Action").asText()).isEqualTo("sns:Publish");
              assertThat(statement.at("/Principal/Service").asText())
                  .isEqualTo("cloudwatch.amazonaws.com");
            });
  }

  @Test
  void the_sweep_runs_as_often_as_its_interval_where_events_are_worked_on() {
    JsonNode schedule = schedule(Synthesised.dev(), STACK);

    assertThat(schedule.path("ScheduleExpression").asText()).isEqualTo("rate(5 minutes)");
    assertThat(text(schedule.at("/Target/Arn"))).contains("sweepLive");
    assertThat(schedule.path("State").asText()).isEqualTo("ENABLED");
    String standby = "cargobond-prod-standby-operations";
    assertThat(schedule(Synthesised.prod(), standby).path("State").asText()).isEqualTo("DISABLED");
    assertThat(schedule(Synthesised.failedOver(), standby).path("State").asText())
        .isEqualTo("ENABLED");
  }

  @Test
  void the_dashboard_shows_the_alarms_and_the_business() {
    assertThat(Synthesised.dev().resources(STACK, "AWS::CloudWatch::Dashboard"))
        .hasSize(1)
        .allSatisfy(
            dashboard ->
                assertThat(text(dashboard.at("/Properties/DashboardBody")))
                    .contains(
                        "\"type\":\"alarm\"",
                        "EventsApplied",
                        "COVER_FORCED",
                        "GUARANTEE_EXPIRES",
                        "DEPOSIT_DORMANT",
                        "REFUND_DUE",
                        "PaymentsUnanswered_BANK",
                        "PaymentsPendingTooLong_BANK",
                        "MattersOpened",
                        "REFUND_UNANSWERED",
                        "5xx"));
  }

  private static JsonNode schedule(Synthesised deployment, String stack) {
    return deployment.resources(stack, "AWS::Scheduler::Schedule").getFirst().path("Properties");
  }

  private static List<JsonNode> alarms() {
    List<JsonNode> alarms = Synthesised.dev().resources(STACK, ALARM);
    assertThat(alarms).isNotEmpty();
    return alarms;
  }

  private static JsonNode alarm(String name) {
    return Synthesised.dev().resource(STACK, ALARM, "AlarmName", "dev-" + name);
  }

  private static List<String> names(Synthesised deployment, String stack) {
    return deployment.resources(stack, ALARM).stream()
        .map(alarm -> alarm.at("/Properties/AlarmName").asText())
        .toList();
  }

  private static Stream<String> functions() {
    return Stream.concat(
        Stream.of(EventFunction.values()).map(EventFunction::functionName),
        Stream.of(ApiFunction.NAME));
  }

  private static String expression(JsonNode alarm) {
    return alarm.at("/Metrics/0/Expression").asText();
  }

  /** A metric that has a label, or of which another is made, stands apart from the alarm. */
  private static List<JsonNode> measured(JsonNode alarm) {
    return alarm.has("MetricName")
        ? List.of(alarm)
        : alarm
            .path("Metrics")
            .valueStream()
            .filter(metric -> metric.has("MetricStat"))
            .map(metric -> metric.at("/MetricStat/Metric"))
            .toList();
  }
}
