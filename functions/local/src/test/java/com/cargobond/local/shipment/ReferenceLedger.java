package com.cargobond.local.shipment;

import com.cargobond.local.guarantee.GuaranteePosition;
import com.cargobond.local.guarantee.SampleGuarantee;
import com.cargobond.local.sample.Fen;
import com.cargobond.local.sample.SampleEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The rules in their plainest form, for one declaration a shipment: shows that the sample day's
 * expectations follow from its events, and stands behind {@link StandInSystem}.
 */
final class ReferenceLedger {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What one shipment takes of its guarantee, in fen. */
  record Hold(long reserved, long demanded, long claimed, long consumed) {
    long total() {
      return reserved + demanded + claimed + consumed;
    }
  }

  static final class Entry {
    final List<JsonNode> events = new ArrayList<>();
    SampleGuarantee guarantee;
    Hold hold = new Hold(0, 0, 0, 0);
    String refusal = "";
    boolean forced;
  }

  final Map<String, Entry> shipments = new LinkedHashMap<>();
  final Map<String, String> demandStatus = new LinkedHashMap<>();
  int quarantined;
  int repeated;
  private final Map<String, JsonNode> known = new HashMap<>();

  void apply(SampleEvent event) {
    apply(parse(event.json()));
  }

  void apply(JsonNode event) {
    String key = event.get("source").asText() + " " + event.get("id").asText();
    JsonNode before = known.putIfAbsent(key, event);
    if (before != null) {
      repeated += before.equals(event) ? 1 : 0;
      quarantined += before.equals(event) ? 0 : 1;
      return;
    }
    String houseWaybill = event.get("subject").asText().split("/")[1];
    Entry entry = shipments.computeIfAbsent(houseWaybill, name -> new Entry());
    entry.events.add(event);
    if (event.get("type").asText().equals("customs.default-demand.v1")) {
      demandStatus.put(event.get("data").get("demandId").asText(), "RECEIVED");
    }
    settle(entry);
  }

  void decided(String demandId) {
    demandStatus.put(demandId, "COMPLYING");
  }

  void paid(String demandId) {
    demandStatus.put(demandId, "PAID");
    shipments.values().forEach(this::settle);
  }

  GuaranteePosition position(SampleGuarantee guarantee) {
    long reserved = 0;
    long demanded = 0;
    long claimed = 0;
    long consumed = 0;
    for (Entry entry : shipments.values()) {
      if (entry.guarantee == guarantee) {
        reserved += entry.hold.reserved;
        demanded += entry.hold.demanded;
        claimed += entry.hold.claimed;
        consumed += entry.hold.consumed;
      }
    }
    long available = guarantee.limitFen() - reserved - demanded - claimed - consumed;
    return new GuaranteePosition(
        guarantee.limitFen(), reserved, demanded, claimed, consumed, available);
  }

  TreeSet<String> exceptions(Entry entry) {
    TreeSet<String> codes = new TreeSet<>();
    boolean released = has(entry, "customs.released-on-guarantee.v1");
    if (has(entry, "cargo.discrepancy.v1")) {
      codes.add("DISCREPANCY");
    }
    if (has(entry, "customs.declaration-cancelled.v1") && released) {
      codes.add("CANCELLED_AFTER_RELEASE");
    }
    if (released && !entry.refusal.isEmpty()) {
      codes.add("RELEASED_WITHOUT_COVER");
    }
    if (assessed(entry).filter(fen -> net(entry) > fen).isPresent()) {
      codes.add("PAID_MORE_THAN_ASSESSED");
    }
    return codes;
  }

  private void settle(Entry entry) {
    Optional<JsonNode> filed = filed(entry);
    if (filed.isEmpty()) {
      return;
    }
    String number = filed.get().get("registrationNo").asText();
    for (SampleGuarantee guarantee : SampleGuarantee.values()) {
      if (guarantee.registrationNo().equals(number)) {
        entry.guarantee = guarantee;
      }
    }
    if (entry.guarantee == null) {
      entry.refusal = "NOT_FOUND";
      return;
    }
    Hold next = required(entry, filed.get());
    long increase = next.total() - entry.hold.total();
    boolean exceeds = increase > 0 && position(entry.guarantee).available() < increase;
    if (exceeds && !has(entry, "customs.released-on-guarantee.v1")) {
      entry.refusal = "INSUFFICIENT_LIMIT";
      return;
    }
    entry.refusal = "";
    entry.forced |= exceeds;
    entry.hold = next;
  }

  private Hold required(Entry entry, JsonNode filed) {
    boolean released = has(entry, "customs.released-on-guarantee.v1");
    boolean fallsAway =
        has(entry, "customs.discharged.v1")
            || (has(entry, "customs.declaration-cancelled.v1") && !released);
    long duty = assessed(entry).orElse(Fen.read(filed.get("estimatedDuty")));
    long outstanding =
        fallsAway ? 0 : duty - Math.min(duty, assessed(entry).isPresent() ? net(entry) : 0);
    long demanded = 0;
    long claimed = 0;
    for (JsonNode demand : data(entry, "customs.default-demand.v1")) {
      boolean paid = demandStatus.get(demand.get("demandId").asText()).equals("PAID");
      demanded += paid ? 0 : Fen.read(demand.get("amount"));
      claimed += paid ? Fen.read(demand.get("amount")) : 0;
    }
    long reserved = outstanding - demanded - claimed;
    long rest = duty - reserved - demanded - claimed;
    return new Hold(reserved, demanded, claimed, entry.guarantee.revolving() ? 0 : rest);
  }

  private static Optional<JsonNode> filed(Entry entry) {
    List<JsonNode> all = data(entry, "customs.declaration-accepted.v1");
    all.addAll(data(entry, "customs.declaration-amended.v1"));
    return all.stream()
        .max(
            (one, other) ->
                Integer.compare(
                    one.get("declarationVersion").asInt(),
                    other.get("declarationVersion").asInt()));
  }

  private static Optional<Long> assessed(Entry entry) {
    int version = filed(entry).map(f -> f.get("declarationVersion").asInt()).orElse(0);
    return data(entry, "customs.duty-assessed.v1").stream()
        .filter(assessed -> assessed.get("declarationVersion").asInt() >= version)
        .findFirst()
        .map(assessed -> Fen.read(assessed.get("duty")));
  }

  private static long net(Entry entry) {
    return sum(data(entry, "customs.duty-paid.v1"))
        - sum(data(entry, "customs.payment-reversed.v1"));
  }

  private static long sum(List<JsonNode> payments) {
    return payments.stream().mapToLong(payment -> Fen.read(payment.get("amount"))).sum();
  }

  private static boolean has(Entry entry, String type) {
    return !data(entry, type).isEmpty();
  }

  private static List<JsonNode> data(Entry entry, String type) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode event : entry.events) {
      if (event.get("type").asText().equals(type)) {
        found.add(event.get("data"));
      }
    }
    return found;
  }

  static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
