package com.cargobond.local.deposit;

import com.cargobond.local.sample.Fen;
import com.cargobond.local.sample.SampleClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the API says of a planned deposit. */
record FoundDeposit(PlannedDeposit planned, JsonNode json) {

  private static final Set<String> OPEN = Set.of("APPROVED", "SENT", "FAILED", "ASKING");

  static FoundDeposit read(SampleClient client, PlannedDeposit planned) {
    return new FoundDeposit(planned, client.get("OPS", "/v1/deposits/" + planned.id()).body());
  }

  String status() {
    return json.path("status").asText();
  }

  long fen(String figure) {
    return Fen.read(json.path(figure));
  }

  /** Whether nobody but a person or a court will do anything more about it. */
  boolean isOver() {
    boolean isFrozen = json.path("frozen").asBoolean();
    return isTaken()
        && (planned.outcome() == DepositOutcome.FROZEN) == isFrozen
        && approvalsAreIn()
        && (isFrozen || refunds().stream().noneMatch(refund -> OPEN.contains(status(refund))));
  }

  /** Whether Customs said anything about it. */
  boolean isKnown() {
    return !json.path("depositId").isMissingNode();
  }

  private boolean isTaken() {
    return !json.path("received").isMissingNode();
  }

  private boolean approvalsAreIn() {
    return switch (planned.outcome()) {
      case REFUNDED, LIFTED, FROZEN -> !refunds().isEmpty();
      case SPLIT -> !refunds().isEmpty() && fen("converted") > 0;
      case CONVERTED -> fen("converted") > 0;
      case REFUSED -> !exceptions().isEmpty();
      case HELD -> true;
    };
  }

  /** The ids of refunds that wait for another account. */
  List<String> toRepair() {
    return refunds().stream()
        .filter(refund -> status(refund).equals("REPAIR"))
        .map(refund -> refund.path("refundId").asText())
        .toList();
  }

  int attempts() {
    return refunds().stream().mapToInt(refund -> refund.path("attempts").size()).sum();
  }

  /** What was refunded, by the end-to-end ids that the bank knows. */
  Map<String, Long> refunded() {
    Map<String, Long> paid = new TreeMap<>();
    refunds().stream()
        .filter(refund -> status(refund).equals("REFUNDED"))
        .forEach(
            refund ->
                paid.put(refund.path("endToEndId").asText(), Fen.read(refund.path("amount"))));
    return paid;
  }

  List<String> exceptions() {
    return stream(json.path("exceptions"))
        .map(exception -> exception.path("code").asText())
        .toList();
  }

  /** What is not as it must be: out of balance, or another end that no exception explains. */
  List<String> violations() {
    List<String> violations = new ArrayList<>();
    long parts =
        fen("held") + fen("inFlight") + fen("refunded") + fen("converted") + fen("forfeited");
    if (fen("received") != planned.receivedFen() || parts != planned.receivedFen()) {
      violations.add("%s does not add up: %s".formatted(planned.id(), json));
    }
    boolean asPlanned =
        status().equals(planned.status())
            && fen("refunded") == planned.refundedFen()
            && fen("converted") == planned.convertedFen();
    if (!asPlanned && exceptions().isEmpty()) {
      violations.add(
          "%s must end %s but is %s: %s".formatted(planned.id(), planned.status(), status(), json));
    }
    return violations;
  }

  private List<JsonNode> refunds() {
    return stream(json.path("refunds")).toList();
  }

  private static String status(JsonNode refund) {
    return refund.path("status").asText();
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
