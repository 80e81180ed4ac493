package com.cargobond.local.sample;

import com.cargobond.local.sample.SampleClient.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/** One guarantee in the running system: issued, registered, claimed on, and looked at. */
final class Undertaking {

  private static final String BANK = "BANK";
  private static final Duration DEMAND_PAID_WITHIN = Duration.ofSeconds(60);

  private final SampleClient client;
  private final SampleGuarantee guarantee;
  private final String path;

  private Undertaking(SampleClient client, SampleGuarantee guarantee, String guaranteeId) {
    this.client = client;
    this.guarantee = guarantee;
    this.path = "/v1/guarantees/" + guaranteeId;
  }

  /** Issues and registers it; where that was done before, finds it. */
  static Undertaking open(SampleClient client, SampleGuarantee guarantee) {
    Answer issued =
        client.postOnce(
            BANK, "/v1/guarantees", "sample-" + guarantee.number(), guarantee.issueBody());
    String id = issued.body().path("guaranteeId").asText();
    if (!issued.isSuccess() || id.isEmpty()) {
      throw new SampleFailure(guarantee + " could not be issued: " + issued);
    }
    Undertaking undertaking = new Undertaking(client, guarantee, id);
    undertaking.register();
    return undertaking;
  }

  SampleGuarantee guarantee() {
    return guarantee;
  }

  SamplePosition position() {
    return SamplePosition.read(terms().path("position"));
  }

  OpenHolds openHolds() {
    return OpenHolds.read(client, BANK, path + "/shipments");
  }

  /** Complies with a demand and pays it; says what went wrong, if anything did. */
  Optional<String> pay(String demandId) {
    boolean paid = Pause.until(() -> advance(demandId), DEMAND_PAID_WITHIN);
    return paid
        ? Optional.empty()
        : Optional.of(
            "demand %s was not paid: its status is %s".formatted(demandId, status(demandId)));
  }

  private void register() {
    if (isActive()) {
      return;
    }
    String body = EventWriter.data().put("registrationNo", guarantee.registrationNo()).toString();
    Answer registered =
        client.post(SampleEvent.CUSTOMS, path + "/registration", SampleClient.JSON_TYPE, body);
    if (!isActive()) {
      throw new SampleFailure(guarantee + " could not be registered: " + registered);
    }
  }

  private boolean isActive() {
    return terms().path("status").asText().equals("ACTIVE");
  }

  private JsonNode terms() {
    Answer answer = client.get(BANK, path);
    if (!answer.isSuccess()) {
      throw new SampleFailure(guarantee + " could not be read: " + answer);
    }
    return answer.body();
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
    client.post(BANK, "/v1/demands/" + demandId + "/" + step, SampleClient.JSON_TYPE, body);
  }

  private String status(String demandId) {
    String query = "?limit=100";
    while (!query.isEmpty()) {
      JsonNode body = client.get(BANK, path + "/demands" + query).body();
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
