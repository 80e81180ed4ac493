package com.cargobond.local.deposit;

import com.cargobond.local.sample.Fen;
import com.cargobond.local.sample.SampleDay;
import com.cargobond.local.sample.SampleEvent;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A deposit of the sample: what Customs says of it, and where its money must be in the end.
 *
 * @param convertedFen what becomes duty
 */
record PlannedDeposit(int number, DepositOutcome outcome, long receivedFen, long convertedFen) {

  private static final long RECEIVED_FEN_MAX = 5_000_00;
  private static final String SOURCE = "/customs/" + SampleDay.DISTRICT;
  private static final String TIME = SampleDay.DATE + "T10:00:00+08:00";

  /** Of two words of one moment the one that freezes counts. */
  private static final String LATER = SampleDay.DATE + "T11:00:00+08:00";

  /** One by chance. */
  static PlannedDeposit random(int number, List<DepositOutcome> outcomes, RandomGenerator random) {
    DepositOutcome outcome = outcomes.get(random.nextInt(outcomes.size()));
    long received = random.nextLong(100, RECEIVED_FEN_MAX);
    long converted =
        switch (outcome) {
          case SPLIT -> random.nextLong(1, received);
          case CONVERTED -> received;
          default -> 0;
        };
    return new PlannedDeposit(number, outcome, received, converted);
  }

  String id() {
    return "DEP-%06d".formatted(number);
  }

  long refundedFen() {
    return switch (outcome) {
      case REFUNDED, SPLIT, LIFTED -> receivedFen - convertedFen;
      case CONVERTED, HELD, FROZEN, REFUSED -> 0;
    };
  }

  /** The deposit's status in the end, if the bank pays. */
  String status() {
    return switch (outcome) {
      case REFUNDED, SPLIT, LIFTED -> "REFUNDED";
      case CONVERTED -> "CONVERTED";
      case HELD, REFUSED -> "HELD";
      case FROZEN -> "REFUND_APPROVED";
    };
  }

  /** What is forbidden must be known before it is approved: it would be paid at once. */
  Optional<SampleEvent> order() {
    return outcome == DepositOutcome.FROZEN || outcome == DepositOutcome.LIFTED
        ? Optional.of(event("frozen", orderNo()))
        : Optional.empty();
  }

  /** In any order, since order must not matter. */
  List<SampleEvent> events(RandomGenerator random) {
    List<SampleEvent> events = new ArrayList<>();
    events.add(event("taken", taken()));
    switch (outcome) {
      case REFUNDED -> events.add(event("refund-approved", approval("R", receivedFen)));
      case SPLIT -> {
        events.add(event("conversion-approved", conversion()));
        events.add(event("refund-approved", approval("R", refundedFen())));
      }
      case CONVERTED -> events.add(event("conversion-approved", conversion()));
      case HELD -> {
        // Customs has not decided.
      }
      case FROZEN, LIFTED -> events.add(event("refund-approved", approval("R", receivedFen)));
      case REFUSED -> events.add(event("refund-approved", approval("R", receivedFen + 1)));
    }
    if (outcome == DepositOutcome.LIFTED) {
      events.add(event("unfrozen", orderNo()));
    }
    for (int i = events.size() - 1; i > 0; i--) {
      Collections.swap(events, i, random.nextInt(i + 1));
    }
    return events;
  }

  /** Customs' word about another account of the payer's. */
  SampleEvent payeeApproved(String approvalNo, String account) {
    ObjectNode data = data().put("approvalNo", approvalNo);
    data.set("payee", payer(account, "303791000177"));
    data.putArray("approvers").add("officer-1").add("officer-2");
    return event("payee-approved", data, "-" + approvalNo);
  }

  private ObjectNode taken() {
    ObjectNode data = data();
    data.put("declarationNo", "%s20261%09d".formatted(SampleDay.DISTRICT, 900_000_000 + number))
        .set("amount", Fen.json(receivedFen));
    data.set("payer", payer("6222%010d".formatted(number), "313651027012"));
    return data.put("reason", "value to be determined");
  }

  private static ObjectNode payer(String account, String cnaps) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("name", "Pudong Express")
        .put("uscc", SampleDay.USCC)
        .put("account", account)
        .put("cnaps", cnaps);
  }

  private ObjectNode approval(String prefix, long fen) {
    ObjectNode data = data().put("approvalNo", prefix + "-" + number);
    data.set("amount", Fen.json(fen));
    data.putArray("approvers").add("officer-1").add("officer-2");
    return data;
  }

  private ObjectNode conversion() {
    return approval("C", convertedFen).put("taxNoticeNo", "TAX-" + number);
  }

  private ObjectNode orderNo() {
    return data().put("orderNo", "ORDER-" + number);
  }

  private ObjectNode data() {
    return JsonNodeFactory.instance.objectNode().put("depositId", id());
  }

  private SampleEvent event(String what, ObjectNode data) {
    return event(what, data, "");
  }

  private SampleEvent event(String what, ObjectNode data, String idSuffix) {
    String type = "customs.deposit-" + what + ".v1";
    String id = id() + "-" + what + idSuffix;
    String houseWaybill = "DEPOSIT-" + number;
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event
        .put("specversion", "1.0")
        .put("id", id)
        .put("source", SOURCE)
        .put("type", type)
        .put("time", what.equals("unfrozen") ? LATER : TIME)
        .put("subject", SampleDay.USCC + "/" + houseWaybill)
        .set("data", data);
    return new SampleEvent(SampleEvent.CUSTOMS, SOURCE, id, type, houseWaybill, event.toString());
  }
}
