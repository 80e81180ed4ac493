package com.cargobond.infra;

import static com.cargobond.infra.Synthesised.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.ledger.NoticeType;
import com.cargobond.store.EventFunction;
import com.cargobond.store.MessageQueue;
import com.cargobond.store.OutboxFeed;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a person is told of, and what runs by the clock. */
@ExtendWith(NeedsNode.class)
class OperationStackTest {

  private static final String ALARM = "AWS::CloudWatch::Alarm";
  private static final String STACK = "cargobond-dev-operations";

  @Test
  void a_single_dead_letter_of_any_queue_raises_an_alarm() {
    Stream<String> deadLetters =
        Stream.concat(
            Stream.of(MessageQueue.values()).map(queue -> queue.deadLetterName("dev-")),
            Stream.of(OutboxFeed.failuresName("dev-")));

    assertThat(deadLetters)
        .allSatisfy(
            queue ->
                assertThat(alarms())
                    .anySatisfy(
                        alarm -> {
                          assertThat(metric(alarm)).isEqualTo("ApproximateNumberOfMessagesVisible");
                          assertThat(dimension(alarm)).isEqualTo(queue);
                          assertThat(alarm.at("/Properties/Threshold").asInt()).isEqualTo(1);
                        }));
  }

  @Test
  void a_message_that_waits_too_long_in_any_queue_raises_an_alarm() {
    assertThat(Stream.of(MessageQueue.values()).map(queue -> queue.name("dev-")))
        .allSatisfy(
            queue ->
                assertThat(alarms())
                    .anySatisfy(
                        alarm -> {
                          assertThat(metric(alarm)).isEqualTo("ApproximateAgeOfOldestMessage");
                          assertThat(dimension(alarm)).isEqualTo(queue);
                        }));
  }

  @Test
  void each_functions_errors_and_throttles_raise_an_alarm() {
    for (String metric : List.of("Errors", "Throttles")) {
      assertThat(alarms().stream().filter(alarm -> metric(alarm).equals(metric)))
          .hasSize(EventFunction.values().length + 1);
    }
  }

  @Test
  void what_the_business_must_know_raises_an_alarm() {
    assertThat(alarms())
        .extracting(OperationStackTest::metric)
        .contains(
            "IteratorAge", "5xx", "RefundsUnanswered", NoticeType.GUARANTEE_OVER_COMMITTED.name());
    assertThat(filter("RefundsUnanswered"))
        .contains("$.loggerName = \"com.cargobond.events.Sweep\"", "$.level = \"WARN\"");
    assertThat(filter(NoticeType.GUARANTEE_OVER_COMMITTED.name()))
        .isEqualTo("{ $.message = \"applied * GUARANTEE_OVER_COMMITTED*\" }");
  }

  @Test
  void every_alarm_tells_the_topic_when_it_begins_and_when_it_is_over() {
    assertThat(alarms())
        .allSatisfy(
            alarm -> {
              assertThat(text(alarm.at("/Properties/AlarmActions/0"))).startsWith("<AlarmTopic");
              assertThat(text(alarm.at("/Properties/OKActions/0"))).startsWith("<AlarmTopic");
              assertThat(alarm.at("/Properties/AlarmDescription").asText()).isNotEmpty();
              assertThat(alarm.at("/Properties/TreatMissingData").asText())
                  .isEqualTo("notBreaching");
            });
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
                    .contains("\"type\":\"alarm\"", "EventsApplied", "COVER_FORCED", "5xx"));
  }

  private static JsonNode schedule(Synthesised deployment, String stack) {
    return deployment.resources(stack, "AWS::Scheduler::Schedule").getFirst().path("Properties");
  }

  private static List<JsonNode> alarms() {
    List<JsonNode> alarms = Synthesised.dev().resources(STACK, ALARM);
    assertThat(alarms).isNotEmpty();
    return alarms;
  }

  private static String metric(JsonNode alarm) {
    return alarm.at("/Properties/MetricName").asText(measured(alarm).path("MetricName").asText());
  }

  private static String dimension(JsonNode alarm) {
    return measured(alarm).at("/Dimensions/0/Value").asText();
  }

  /** Where a metric that has a label stands. */
  private static JsonNode measured(JsonNode alarm) {
    return alarm.at("/Properties/Metrics/0/MetricStat/Metric");
  }

  private static String filter(String metric) {
    return Synthesised.dev()
        .resource(STACK, "AWS::Logs::MetricFilter", "MetricTransformations/0/MetricName", metric)
        .at("/Properties/FilterPattern")
        .asText();
  }
}
