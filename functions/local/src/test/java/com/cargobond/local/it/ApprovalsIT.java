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

/** What Customs decided on which day. */
@ExtendWith(SharedSystem.class)
class ApprovalsIT {

  private final CashDeposit deposit = new CashDeposit();

  @Test
  void approvals_are_listed_on_the_day_of_the_decision_with_what_became_of_them() {
    JsonPath told =
        deposit.tell(
            "CONVERTED",
            deposit.taken("1000.00"),
            deposit.conversionApproved("A1", "1000.00"),
            deposit.refundApproved("A2", "0.01"));
    JsonPath decided = deposit.awaitField("approvals.size()", 2);
    LocalDate day = ChinaDay.of(Instant.parse(decided.getString("approvals[0].decidedAt")));

    List<Map<String, Object>> listed = listed(day);

    assertThat(listed).extracting(approval -> approval.get("approvalNo")).contains("A1", "A2");
    assertThat(listed.getFirst())
        .containsEntry("decision", "CONVERSION")
        .containsEntry("standing", "APPLIED")
        .containsEntry("amount", Fields.money("1000.00"));
    assertThat(listed.getLast())
        .containsEntry("decision", "REFUND")
        .containsEntry("standing", "REFUSED")
        .containsEntry("refusal", "DEPOSIT_CLOSED");
    assertThat(listed(day.plusDays(1))).isEmpty();
    assertThat(told.getString("depositId")).isEqualTo(deposit.id());
  }

  @Test
  void a_wrong_question_is_answered_with_its_rule() {
    breaks(as(Bearer.ops()).get("/v1/approvals?to=2026-11-30"), "from", "is required");
  }

  @Test
  void a_carrier_lists_no_approvals() {
    String list = "/v1/approvals?from=2026-11-01&to=2026-11-30";

    as(Bearer.customs()).get(list).then().statusCode(200);
    isRefused(as(Bearer.carrier(Ids.operator())).get(list), 403);
    isRefused(anonymous().get(list), 401);
  }

  /** Of this deposit. */
  private List<Map<String, Object>> listed(LocalDate day) {
    List<Map<String, Object>> approvals = new ArrayList<>();
    String after = null;
    do {
      Response page =
          as(Bearer.ops())
              .queryParam("from", day.toString())
              .queryParam("to", day.toString())
              .queryParams(after == null ? Map.of() : Map.of("after", after))
              .get("/v1/approvals");
      page.then().statusCode(200);
      approvals.addAll(page.jsonPath().getList("approvals"));
      after = page.jsonPath().getString("after");
    } while (after != null);
    return approvals.stream()
        .filter(approval -> deposit.id().equals(approval.get("depositId")))
        .toList();
  }
}
