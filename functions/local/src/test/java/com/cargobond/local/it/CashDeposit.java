package com.cargobond.local.it;

import static com.cargobond.local.it.Requests.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A deposit on a consignment of its own, and what Customs says about it. */
final class CashDeposit {

  private static final Duration KNOWN_WITHIN = Duration.ofSeconds(30);
  private static final Duration LOOK_EVERY = Duration.ofMillis(40);

  private final Consignment consignment = Consignment.of(Ids.operator(), "REG-NONE");

  String id() {
    return "DEP-" + consignment.houseWaybill();
  }

  Event taken(String amount) {
    return consignment.customs(
        "deposit-taken",
        Fields.of(
            "depositId",
            id(),
            "declarationNo",
            consignment.declarationNo(),
            "amount",
            Fields.money(amount),
            "payer",
            account("Pudong Express"),
            "reason",
            "value to be determined"));
  }

  Event refundApproved(String approvalNo, String amount) {
    return consignment.customs("deposit-refund-approved", approval(approvalNo, amount));
  }

  Event conversionApproved(String approvalNo, String amount) {
    return consignment.customs(
        "deposit-conversion-approved",
        Fields.with(approval(approvalNo, amount), "taxNoticeNo", "NOTICE-1"));
  }

  Event payeeApproved(String approvalNo, String account) {
    return consignment.customs(
        "deposit-payee-approved",
        Fields.of(
            "depositId",
            id(),
            "approvalNo",
            approvalNo,
            "payee",
            Fields.with(
                Fields.with(account("Pudong Express"), "account", account),
                "cnaps",
                "303791000177"),
            "approvers",
            List.of("officer-1", "officer-2")));
  }

  Event forfeited(String orderNo, String amount) {
    return consignment.customs(
        "deposit-forfeited",
        Fields.of(
            "depositId",
            id(),
            "orderNo",
            orderNo,
            "amount",
            Fields.money(amount),
            "approvers",
            List.of("officer-1", "officer-2")));
  }

  Event frozen(String orderNo) {
    return consignment.customs("deposit-frozen", Fields.of("depositId", id(), "orderNo", orderNo));
  }

  Event unfrozen(String orderNo) {
    return consignment.customs(
        "deposit-unfrozen", Fields.of("depositId", id(), "orderNo", orderNo));
  }

  Map<String, Object> account(String name) {
    return Fields.of(
        "name",
        name,
        "uscc",
        consignment.operator(),
        "account",
        "6222000011112222",
        "cnaps",
        "313651027012");
  }

  private Map<String, Object> approval(String approvalNo, String amount) {
    return Fields.of(
        "depositId",
        id(),
        "approvalNo",
        approvalNo,
        "amount",
        Fields.money(amount),
        "approvers",
        List.of("officer-1", "officer-2"));
  }

  /** Whoever asks, whatever the answer. */
  Response get(String bearer) {
    return as(bearer).get("/v1/deposits/" + id());
  }

  /** Posts the events and waits until the deposit is in the given state. */
  JsonPath tell(String status, Event... events) {
    for (Event event : events) {
      Requests.post(event).then().statusCode(202);
    }
    return awaitField("status", status);
  }

  /** Waits until the field of the deposit has this value. */
  JsonPath awaitField(String path, Object value) {
    await()
        .atMost(KNOWN_WITHIN)
        .pollInterval(LOOK_EVERY)
        .untilAsserted(
            () -> {
              Response response = get(Bearer.ops());
              assertThat(response.statusCode()).isEqualTo(200);
              assertThat(response.<Object>path(path)).isEqualTo(value);
            });
    return get(Bearer.ops()).jsonPath();
  }

  /** Held, in flight, refunded, converted and forfeited. */
  static List<String> figures(JsonPath deposit) {
    return List.of(
        deposit.getString("held.amount"),
        deposit.getString("inFlight.amount"),
        deposit.getString("refunded.amount"),
        deposit.getString("converted.amount"),
        deposit.getString("forfeited.amount"));
  }
}
