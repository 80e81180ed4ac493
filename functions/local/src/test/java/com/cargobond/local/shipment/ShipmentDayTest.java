package com.cargobond.local.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.cargobond.local.guarantee.SampleGuarantee;
import com.cargobond.local.sample.Fen;
import com.cargobond.local.sample.SampleBatch;
import com.cargobond.local.sample.SampleDay;
import com.cargobond.local.sample.SampleEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The sample day: repeatable, well formed, in the right proportions, and true about its outcome.
 */
class ShipmentDayTest {

  private final ShipmentDay day = ShipmentDay.of(SampleDay.SEED);

  @Test
  void theSameSeedGivesTheSameEventsByteForByte() {
    assertThat(ShipmentDay.of(SampleDay.SEED)).isEqualTo(day);
    assertThat(ShipmentDay.of(7).day()).isNotEqualTo(day.day());
  }

  @Test
  void everyEventSatisfiesItsSchema() {
    SchemaCheck schemas = new SchemaCheck();
    assertThat(all().flatMap(event -> schemas.violations(parsed(event)).stream())).isEmpty();
  }

  @Test
  void aSchemaFindsWhatIsWrong() {
    JsonNode event =
        ReferenceLedger.parse(
            day.day().getFirst().json().replace("\"time\":\"2026", "\"When\":1,\"time\":\"26"));
    assertThat(new SchemaCheck().violations(event))
        .hasSize(2)
        .anyMatch(violation -> violation.contains("When"))
        .anyMatch(violation -> violation.contains("time"));
  }

  @Test
  void everythingHappensOnTheSamplesDay() {
    assertThat(all().map(event -> parsed(event).get("time").asText()))
        .allMatch(time -> time.startsWith(SampleDay.DATE) && time.endsWith("+08:00"));
  }

  @Test
  void carriersPostCargoEventsAndCustomsPostsTheOthers() {
    assertThat(all())
        .allMatch(
            event ->
                event.role().equals(event.type().startsWith("cargo.") ? "CARRIER" : "CUSTOMS"));
  }

  @Test
  void masterWaybillsHaveTheRightCheckDigit() {
    assertThat(data("cargo.manifest-accepted.v1"))
        .allSatisfy(
            data -> {
              String waybill = data.get("masterWaybill").asText();
              int serial = Integer.parseInt(waybill.substring(4, 11));
              assertThat(waybill.charAt(11) - '0').isEqualTo(serial % 7);
            });
  }

  @Test
  void classesKeepToTheirLimits() {
    assertThat(data("cargo.manifest-accepted.v1"))
        .allMatch(data -> Fen.read(data.path("declaredValue")) <= 5_000_00);
    assertThat(data("customs.declaration-accepted.v1"))
        .filteredOn(data -> data.get("shipmentClass").asText().equals("A"))
        .hasSizeGreaterThan(200)
        .allMatch(data -> data.get("estimatedDuty").get("amount").asText().equals("0.00"));
    assertThat(new ShipmentContents("C", 3_500_00, 6).taxFen()).isEqualTo(692_30);
    assertThat(new ShipmentContents("B", 384_61, 13).taxFen()).isZero();
  }

  @Test
  void batchesAreOfOneRoleAndNotTooLarge() {
    List<SampleBatch> batches = day.dayBatches();
    assertThat(batches)
        .allMatch(batch -> batch.events().size() <= SampleBatch.EVENTS_MAX)
        .allMatch(batch -> batch.events().stream().allMatch(e -> e.role().equals(batch.role())));
    assertThat(batches.stream().mapToInt(batch -> batch.events().size()).sum())
        .isEqualTo(day.day().size());
    assertThat(day.eveningBatches())
        .extracting(SampleBatch::role)
        .containsExactlyInAnyOrder(SampleEvent.CUSTOMS, SampleEvent.CARRIER);
  }

  @Test
  void theDayHasItsProportions() {
    assertThat(day.shipments()).hasSize(ShipmentDay.SHIPMENTS);
    assertThat(houses(event -> event.type().equals("customs.declaration-amended.v1"))).hasSize(160);
    assertThat(houses(event -> event.type().equals("customs.inspection-hold.v1"))).hasSize(40);
    assertThat(houses(event -> event.type().equals("customs.discharged.v1"))).hasSize(40);
    assertThat(houses(event -> event.type().equals("cargo.discrepancy.v1"))).hasSize(20);
    assertThat(houses(event -> event.type().equals("customs.declaration-cancelled.v1")))
        .hasSize(61);
    assertThat(houses(event -> event.type().equals("customs.payment-reversed.v1"))).hasSize(1);
    assertThat(day.demandIds()).hasSize(1);
    assertThat(day.shipments().stream().filter(shipment -> shipment.openFen() > 0).count())
        .isEqualTo(402);
    assertThat(day.shipments().stream().flatMap(s -> s.refusal().stream()))
        .containsOnly("INSUFFICIENT_LIMIT", "NOT_FOUND")
        .hasSize(6);
  }

  @Test
  void aboutEveryTwentiethEventIsRepeatedAsItWas() {
    long different = day.day().stream().distinct().count();
    double repeated = (day.day().size() - different) / (double) different;
    assertThat(repeated).isCloseTo(0.05, within(0.01));
  }

  @Test
  void aboutEveryTenthShipmentIsToldOutOfOrder() {
    Map<String, String> latest = new HashMap<>();
    Set<String> disordered = new HashSet<>();
    Set<SampleEvent> seen = new HashSet<>();
    for (SampleEvent event : day.day()) {
      String time = parsed(event).get("time").asText();
      String before =
          latest.merge(event.houseWaybill(), time, (a, b) -> a.compareTo(b) > 0 ? a : b);
      if (seen.add(event) && before.compareTo(time) > 0) {
        disordered.add(event.houseWaybill());
      }
    }
    // Repeats come later than what follows them, but are not counted: only first tellings are.
    assertThat(disordered).hasSize(200);
  }

  @Test
  void idsAreUsedForOnePayloadExceptTwoInTheEvening() {
    Map<String, Set<String>> payloads =
        all()
            .collect(
                Collectors.groupingBy(
                    event -> event.source() + " " + event.id(),
                    Collectors.mapping(SampleEvent::json, Collectors.toSet())));
    assertThat(payloads.values().stream().filter(found -> found.size() > 1))
        .hasSize(ShipmentDay.REUSED_IDS);
  }

  @Test
  void theLimitIsNeverTheConstraintOnTheGeneralGuarantee() {
    Map<String, Long> most = new HashMap<>();
    for (SampleEvent event : day.day()) {
      JsonNode data = parsed(event).get("data");
      JsonNode amount = data.has("estimatedDuty") ? data.get("estimatedDuty") : data.path("duty");
      most.merge(event.houseWaybill(), Fen.read(amount), Math::max);
    }
    long worst = most.values().stream().mapToLong(Long::longValue).sum();
    assertThat(worst).isBetween(400_000_00L, SampleGuarantee.GENERAL.limitFen() * 8 / 10);
  }

  @ParameterizedTest
  @ValueSource(longs = {SampleDay.SEED, 1, 2, 3, 4})
  void expectationsFollowFromTheEventsInAnyOrder(long seed) {
    ShipmentDay drawn = ShipmentDay.of(seed);
    List<SampleEvent> shuffled = new ArrayList<>(drawn.day());
    Collections.shuffle(shuffled, new Random(seed));
    assertExpectations(drawn, drawn.day());
    assertExpectations(drawn, shuffled);
  }

  private static void assertExpectations(ShipmentDay drawn, List<SampleEvent> inOrder) {
    ReferenceLedger ledger = new ReferenceLedger();
    inOrder.forEach(ledger::apply);
    drawn.evening().forEach(ledger::apply);
    drawn.demandIds().forEach(ledger::paid);
    for (SampleGuarantee guarantee : SampleGuarantee.values()) {
      assertThat(ledger.position(guarantee)).isEqualTo(drawn.expectedPosition(guarantee));
      assertThat(ledger.position(guarantee).isConserved()).isTrue();
    }
    assertThat(ledger.quarantined).isEqualTo(ShipmentDay.REUSED_IDS);
    assertThat(drawn.shipments())
        .allSatisfy(
            expected -> {
              ReferenceLedger.Entry entry = ledger.shipments.get(expected.houseWaybill());
              assertThat(entry.hold.reserved()).isEqualTo(expected.openFen());
              assertThat(entry.refusal).isEqualTo(expected.refusal().orElse(""));
              assertThat(entry.forced).isEqualTo(expected.forced());
              assertThat(ledger.exceptions(entry)).hasSameElementsAs(expected.exceptions());
            });
  }

  private Stream<SampleEvent> all() {
    return Stream.concat(day.day().stream(), day.evening().stream());
  }

  private List<JsonNode> data(String type) {
    return all()
        .filter(event -> event.type().equals(type))
        .map(event -> parsed(event).get("data"))
        .toList();
  }

  private Set<String> houses(Predicate<SampleEvent> which) {
    return all().filter(which).map(SampleEvent::houseWaybill).collect(Collectors.toSet());
  }

  private static JsonNode parsed(SampleEvent event) {
    return ReferenceLedger.parse(event.json());
  }
}
