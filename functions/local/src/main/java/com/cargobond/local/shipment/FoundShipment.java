package com.cargobond.local.shipment;

import com.cargobond.local.client.ApiCalls.Answer;
import com.cargobond.local.sample.SampleClient;
import com.cargobond.local.sample.SampleDay;
import com.cargobond.local.sample.SampleEvent;
import com.cargobond.local.sample.SampleFailure;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A shipment as the API shows it, beside what must be true of it.
 *
 * @param refusal the code, or empty where cover is not refused
 */
record FoundShipment(
    ExpectedShipment expected, String refusal, boolean forced, Set<String> exceptions) {

  static FoundShipment read(SampleClient client, ExpectedShipment expected) {
    String path = "/v1/shipments/" + SampleDay.USCC + "/" + expected.houseWaybill();
    Answer answer = client.get(SampleEvent.CARRIER, path);
    if (!answer.isSuccess()) {
      throw new SampleFailure(expected.houseWaybill() + " could not be read: " + answer);
    }
    JsonNode cover = answer.body().path("cover");
    boolean refused = cover.path("state").asText().equals("REFUSED");
    Set<String> exceptions = new TreeSet<>();
    for (JsonNode exception : answer.body().path("exceptions")) {
      exceptions.add((exception.isObject() ? exception.path("code") : exception).asText());
    }
    return new FoundShipment(
        expected,
        refused ? cover.path("reason").asText("no reason") : "",
        cover.path("forced").asBoolean(),
        exceptions);
  }

  /** What is not as it must be, one line each. */
  List<String> violations() {
    List<String> violations = new ArrayList<>();
    if (!refusal.equals(expected.refusal().orElse(""))) {
      violations.add(
          line("refusal", expected.refusal().orElse("none"), refusal.isEmpty() ? "none" : refusal));
    }
    if (expected.forced() && !forced) {
      violations.add(line("forced", true, false));
    }
    if (!comparable(exceptions).equals(new TreeSet<>(expected.exceptions()))) {
      violations.add(line("exceptions", expected.exceptions(), exceptions));
    }
    return violations;
  }

  /** A forced reservation may count as one more matter for a person. */
  private Set<String> comparable(Set<String> codes) {
    Set<String> compared = new TreeSet<>(codes);
    if (expected.forced()) {
      compared.remove("RELEASED_WITHOUT_COVER");
    }
    return compared;
  }

  private String line(String what, Object wanted, Object found) {
    return "shipment %s: %s must be %s but is %s"
        .formatted(expected.houseWaybill(), what, wanted, found);
  }
}
