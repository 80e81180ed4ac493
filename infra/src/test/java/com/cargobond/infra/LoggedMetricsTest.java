package com.cargobond.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.cargobond.domain.capability.Capabilities;
import com.cargobond.domain.ledger.Code;
import com.cargobond.domain.ledger.NoticeType;
import com.cargobond.domain.payment.RailName;
import com.cargobond.store.deployment.ApiFunction;
import com.cargobond.store.deployment.EventFunction;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which lines are counted as what: the lines are the executables' own. */
@ExtendWith(NeedsNode.class)
class LoggedMetricsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String MISTYPED =
      """
      {"loggerName": "io.quarkus.amazon.lambda.runtime.AbstractLambdaPollLoop", "level": "ERROR",
       "message": "Failed to run lambda (NORMAL)", "mdc": {"AWSRequestId": "1"},
       "exception": {"refId": 1, "exceptionType": "io.quarkus.funqy.runtime.ApplicationException",
         "message": "com.cargobond.domain.input.BrokenRule: give either guaranteeId or registrationNo",
         "causedBy": {"exception": {"refId": 2,
           "exceptionType": "com.cargobond.domain.input.BrokenRule",
           "message": "give either guaranteeId or registrationNo"}}}}""";

  @Test
  void what_a_function_logs_as_an_error_is_a_failure_though_lambda_saw_none() {
    List<String> functions =
        Stream.concat(
                Stream.of(EventFunction.values())
                    .filter(function -> !function.answersCallers())
                    .map(EventFunction::functionName),
                Stream.of(ApiFunction.NAME))
            .toList();
    for (String function : functions) {
      assertThat(failures(function, line("ERROR", "could not apply cargo.departed.v1"))).isOne();
      assertThat(failures(function, line("WARN", "quarantined cargo.departed.v1: X"))).isZero();
      assertThat(failures(function, line("INFO", "applied cargo.departed.v1"))).isZero();
    }
  }

  @Test
  void a_bank_that_mistypes_its_question_is_no_failure_of_position() {
    assertThat(failures("position", json(MISTYPED))).isZero();
    assertThat(failures("position", json(MISTYPED.replace("input.BrokenRule\",", "Other\","))))
        .isOne();
    assertThat(failures("position", line("ERROR", "Failed to start application"))).isOne();
  }

  @Test
  void position_fails_as_well_where_it_ends_without_a_line_of_its_own() {
    for (String status : List.of("timeout", "error")) {
      assertThat(failures("position", report(status))).isOne();
    }
    assertThat(failures("position", report("success"))).isZero();
    // What was answered with an error has a line already.
    assertThat(failures("position", report("failure"))).isZero();
  }

  @Test
  void each_notice_is_counted_by_its_type_where_it_is_sent() {
    for (NoticeType notice : Capabilities.ALL.notices()) {
      assertThat(counted("publish", sent(notice.name(), "ANY"))).contains("NoticesSent");
    }
    assertThat(counted("publish", line("INFO", "sent"))).doesNotContain("NoticesSent");
    assertThat(dimension("NoticesSent")).isEqualTo(tuple("Notice", "$.mdc.notice"));
  }

  @Test
  void whatever_needs_a_person_is_counted_by_its_code() {
    for (Code code : Capabilities.ALL.codes()) {
      assertThat(counted("publish", sent("NEEDS_A_PERSON", code.name())))
          .containsExactlyInAnyOrder("NoticesSent", "MattersOpened");
    }
    assertThat(counted("publish", sent("EVENT_QUARANTINED", "ID_REUSED")))
        .doesNotContain("MattersOpened");
    assertThat(dimension("MattersOpened")).isEqualTo(tuple("Code", "$.mdc.code"));
  }

  @Test
  void a_payment_that_nobody_answered_for_is_counted_by_its_rail_and_a_deadline_is_not() {
    for (RailName rail : RailName.values()) {
      assertThat(
              counted("sweep", of(rail, "WARN", "refund RF-1 is left for the next run: no answer")))
          .containsExactly("PaymentsUnanswered_" + rail);
    }
    assertThat(counted("sweep", line("WARN", "deadline D is left for the next run: busy")))
        .isEmpty();
  }

  @Test
  void a_run_that_finds_a_payment_pending_for_too_long_is_counted_by_its_rail() {
    for (RailName rail : RailName.values()) {
      String oldest = "oldest pending payment of " + rail + ": PT100H";
      assertThat(counted("sweep", of(rail, "WARN", oldest)))
          .containsExactly("PaymentsPendingTooLong_" + rail);
      assertThat(counted("sweep", of(rail, "INFO", oldest))).isEmpty();
    }
  }

  @Test
  void events_are_counted_by_what_became_of_them() {
    assertThat(counted("apply-events", line("INFO", "applied cargo.departed.v1")))
        .containsExactly("EventsApplied");
    assertThat(counted("apply-events", line("INFO", "repeated cargo.departed.v1: nothing moves")))
        .containsExactly("EventsRepeated");
    assertThat(counted("apply-events", line("WARN", "quarantined cargo.departed.v1: X")))
        .containsExactly("EventsQuarantined");
  }

  @Test
  void an_event_that_was_set_aside_is_counted_by_its_reason() {
    for (Code reason : Capabilities.ALL.quarantineCodes()) {
      assertThat(counted("publish", sent("EVENT_QUARANTINED", reason.name())))
          .containsExactlyInAnyOrder("NoticesSent", "EventsSetAside");
    }
    assertThat(dimension("EventsSetAside")).isEqualTo(tuple("Code", "$.mdc.code"));
  }

  /** By which dimension a metric counts, and the field that gives its value. */
  private static Tuple dimension(String metric) {
    JsonNode dimensions =
        filters("publish")
            .filter(filter -> metric(filter).equals(metric))
            .findFirst()
            .orElseThrow()
            .at("/Properties/MetricTransformations/0/Dimensions");
    assertThat(dimensions).hasSize(1);
    return tuple(dimensions.at("/0/Key").asText(), dimensions.at("/0/Value").asText());
  }

  private static long failures(String function, JsonNode line) {
    return counted(function, line).stream()
        .filter(metric -> metric.equals(function + "-logged-errors"))
        .count();
  }

  /** The metrics that count the line in the log of the function. */
  private static List<String> counted(String function, JsonNode line) {
    return filters(function)
        .filter(
            filter ->
                LogPattern.counts(filter.at("/Properties/FilterPattern").asText().strip(), line))
        .map(LoggedMetricsTest::metric)
        .toList();
  }

  private static Stream<JsonNode> filters(String function) {
    String log = function.replace("-", "") + "Log";
    return Stream.of("cargobond-dev-functions", "cargobond-dev-operations")
        .flatMap(stack -> Synthesised.dev().resources(stack, "AWS::Logs::MetricFilter").stream())
        .filter(
            filter ->
                Synthesised.text(filter.at("/Properties/LogGroupName"))
                    .matches(".*[<:](ExportsOutputRef)?" + log + "[0-9A-F].*"));
  }

  private static String metric(JsonNode filter) {
    return filter.at("/Properties/MetricTransformations/0/MetricName").asText();
  }

  private static JsonNode line(String level, String message) {
    return JSON.createObjectNode().put("level", level).put("message", message);
  }

  private static JsonNode of(RailName rail, String level, String message) {
    ObjectNode line = JSON.createObjectNode().put("level", level).put("message", message);
    line.putObject("mdc").put("rail", rail.name());
    return line;
  }

  private static JsonNode sent(String notice, String code) {
    return json(
        """
        {"level": "INFO", "message": "sent", "mdc": {"notice": "%s", "code": "%s"}}"""
            .formatted(notice, code));
  }

  private static JsonNode report(String status) {
    return json(
        """
        {"time": "2026-03-02T02:00:00.000Z", "type": "platform.report",
         "record": {"requestId": "1", "status": "%s", "metrics": {"durationMs": 30000.0}}}"""
            .formatted(status));
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
