package com.cargobond.local.it;

import static com.cargobond.local.it.Refusals.breaks;
import static com.cargobond.local.it.Refusals.isRefused;
import static com.cargobond.local.it.Requests.anonymous;
import static com.cargobond.local.it.Requests.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.calendar.ChinaDay;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was paid back on which day. */
@ExtendWith(SharedSystem.class)
class PaidRefundsIT {

  private static final String UNKNOWN = "RF-000000000000000000000000";

  private final CashDeposit deposit = new CashDeposit();

  @Test
  void a_refund_is_listed_on_the_day_on_which_it_settled() {
    JsonPath paid =
        deposit.tell("REFUNDED", deposit.taken("1000.00"), deposit.refundApproved("A1", "1000.00"));
    String refundId = paid.getString("refunds[0].refundId");
    LocalDate day = day(paid.getString("refunds[0].attempts[0].settledAt"));

    assertThat(listed(day, day).stream().filter(refund -> is(refund, refundId)))
        .singleElement()
        .satisfies(
            refund -> {
              assertThat(refund).containsEntry("depositId", deposit.id());
              assertThat(refund).containsEntry("endToEndId", refundId);
              assertThat(refund).containsEntry("status", "REFUNDED");
              assertThat(refund).containsEntry("amount", Fields.money("1000.00"));
              assertThat(refund.get("attempts")).isEqualTo(paid.getList("refunds[0].attempts"));
            });
    assertThat(listed(day.plusDays(1), day.plusDays(9))).noneMatch(r -> is(r, refundId));
    assertThat(listed(day.minusDays(9), day.minusDays(1))).noneMatch(r -> is(r, refundId));
  }

  @Test
  void a_refund_that_was_not_sent_is_not_listed() {
    JsonPath frozen =
        deposit.tell(
            "REFUND_APPROVED",
            deposit.frozen("C1"),
            deposit.taken("1000.00"),
            deposit.refundApproved("A1", "1000.00"));
    String refundId = frozen.getString("refunds[0].refundId");
    LocalDate today = LocalDate.now(ChinaDay.ZONE);

    assertThat(listed(today.minusDays(1), today.plusDays(1)))
        .noneMatch(refund -> is(refund, refundId));
    as(Bearer.ops()).get("/v1/refunds/" + refundId).then().statusCode(200);
  }

  @Test
  void a_refund_is_shown_by_its_id() {
    JsonPath paid =
        deposit.tell("REFUNDED", deposit.taken("1000.00"), deposit.refundApproved("A1", "1000.00"));
    String refundId = paid.getString("refunds[0].refundId");

    JsonPath refund = as(Bearer.bank()).get("/v1/refunds/" + refundId).then().extract().jsonPath();

    assertThat(refund.getString("depositId")).isEqualTo(deposit.id());
    assertThat(refund.getString("refundId")).isEqualTo(refundId);
    assertThat(refund.getList("attempts")).isEqualTo(paid.getList("refunds[0].attempts"));
  }

  @ParameterizedTest
  @ValueSource(strings = {UNKNOWN, "nonsense"})
  void an_unknown_refund_is_not_found(String refund) {
    isRefused(as(Bearer.ops()).get("/v1/refunds/" + refund), 404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "to=2026-11-30 | from | is required",
        "from=2026-11-01 | to | is required",
        "from=2026-13-01&to=2026-11-30 | from | must be a date such as 2026-03-17",
        "from=2026-11-02&to=2026-11-01 | to | must not be before from",
        "from=2026-11-01&to=2026-11-30&limit=0 | limit | must be a whole number from 1 to 100",
        "from=2026-11-01&to=2026-11-30&limit=x | limit | must be a whole number from 1 to 100",
        "from=2026-11-01&to=2026-11-30&after=a*b | after | must be 1 to 64 letters, digits or any of"
            + " . _ : -",
      })
  void a_wrong_question_is_answered_with_its_rule(String query, String field, String rule) {
    breaks(as(Bearer.ops()).get("/v1/refunds?" + query), field, rule);
  }

  @Test
  void only_bank_and_operations_list_refunds() {
    String list = "/v1/refunds?from=2026-11-01&to=2026-11-30";

    as(Bearer.bank()).get(list).then().statusCode(200);
    isRefused(as(Bearer.customs()).get(list), 403);
    isRefused(as(Bearer.carrier(Ids.operator())).get(list), 403);
    isRefused(as(Bearer.carrier(Ids.operator())).get("/v1/refunds/" + UNKNOWN), 403);
    isRefused(anonymous().get(list), 401);
  }

  private static List<Map<String, Object>> listed(LocalDate from, LocalDate to) {
    List<Map<String, Object>> refunds = new ArrayList<>();
    String after = null;
    do {
      Response page =
          as(Bearer.ops())
              .queryParam("from", from.toString())
              .queryParam("to", to.toString())
              .queryParam("limit", 2)
              .queryParams(after == null ? Map.of() : Map.of("after", after))
              .get("/v1/refunds");
      page.then().statusCode(200);
      refunds.addAll(page.jsonPath().getList("refunds"));
      after = page.jsonPath().getString("after");
    } while (after != null);
    return refunds;
  }

  private static LocalDate day(String time) {
    return ChinaDay.of(Instant.parse(time));
  }

  private static boolean is(Map<String, Object> refund, String refundId) {
    return refundId.equals(refund.get("refundId"));
  }
}
