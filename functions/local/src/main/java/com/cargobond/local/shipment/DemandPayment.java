package com.cargobond.local.shipment;

import com.cargobond.local.sample.BoundedWait;
import com.cargobond.local.sample.SampleClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/** The bank's answer to demands: it complies with them and pays. */
final class DemandPayment {

  private static final String BANK = "BANK";
  private static final Duration PAID_WITHIN = Duration.ofSeconds(60);

  private final SampleClient client;
  private final String guaranteePath;

  /**
   * Pays demands on one guarantee.
   *
   * @param guaranteePath where the API has the guarantee
   */
  DemandPayment(SampleClient client, String guaranteePath) {
    this.client = client;
    this.guaranteePath = guaranteePath;
  }

  /** Complies with a demand and pays it; says what went wrong, if anything did. */
  Optional<String> pay(String demandId) {
    boolean paid = BoundedWait.until(() -> advance(demandId), PAID_WITHIN);
    return paid
        ? Optional.empty()
        : Optional.of(
            "demand %s was not paid: its status is %s".formatted(demandId, status(demandId)));
  }

  /** Takes the demand's next step; true when there is none left. */
  private boolean advance(String demandId) {
    switch (status(demandId)) {
      case "PAID", "REIMBURSED" -> {
        return true;
      }
      case "RECEIVED", "EXAMINING" ->
          act(
              demandId,
              "decision",
              EventWriter.data()
                  .put("decision", "COMPLY")
                  .put("reason", "claim in order")
                  .toString());
      case "COMPLYING" ->
          act(
              demandId,
              "payment",
              EventWriter.data().put("paymentRef", "PAY-" + demandId).toString());
      default -> {}
    }
    return false;
  }

  private void act(String demandId, String step, String body) {
    client.post(BANK, "/v1/demands/" + demandId + "/" + step, body);
  }

  private String status(String demandId) {
    String query = "?limit=100";
    while (!query.isEmpty()) {
      JsonNode body = client.get(BANK, guaranteePath + "/demands" + query).body();
      for (JsonNode demand : body.path("demands")) {
        if (demand.path("demandId").asText().equals(demandId)) {
          return demand.path("status").asText();
        }
      }
      String after = body.path("after").asText("");
      query = after.isEmpty() ? "" : "?limit=100&after=" + after;
    }
    return "unknown";
  }
}
