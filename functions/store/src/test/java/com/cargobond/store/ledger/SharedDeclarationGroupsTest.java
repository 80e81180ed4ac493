package com.cargobond.store.ledger;

import static com.cargobond.domain.fixture.AGuarantee.aGuarantee;
import static com.cargobond.store.ledger.AChange.aChange;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.fixture.AGuarantee;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.fixture.TestBooks;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.Position;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.HouseWaybill;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.ledger.Matter;
import com.cargobond.domain.shipment.Cover;
import com.cargobond.domain.shipment.Shipment;
import com.cargobond.store.memory.InMemoryLedger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Three house waybills with one declaration come to one end, however their events are grouped. */
class SharedDeclarationGroupsTest {

  private static final Guarantee GUARANTEE = aGuarantee().withLimit("1000000.00").active();
  private static final List<String> HOUSE_WAYBILLS = List.of("HAWB-1", "HAWB-2", "HAWB-3");
  private static final int GROUP_MAX = 6;

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void ends_in_the_same_covers_whatever_the_order_the_repetition_and_the_groups(
      @ForAll("traffic") List<AnEvent> events, @ForAll long seed) {
    Random random = new Random(seed);
    List<AnEvent> disorder = new ArrayList<>(events);
    for (int i = 0; i < events.size() / 2; i++) {
      disorder.add(events.get(random.nextInt(events.size())));
    }
    Collections.shuffle(disorder, random);

    assertThat(End.onLedger(disorder, random))
        .as("arrived as %s", disorder)
        .isEqualTo(End.onBooks(events));
  }

  @Provide
  Arbitrary<List<AnEvent>> traffic() {
    Arbitrary<AnEvent> said =
        Arbitraries.of(
            AnEvent.declared("100.00"),
            AnEvent.declared("100.00"),
            AnEvent.declared("250.00"),
            AnEvent.amended(2, "120.00"),
            AnEvent.cancelled(),
            AnEvent.released(),
            AnEvent.assessed("90.00"),
            AnEvent.paid("90.00"),
            AnEvent.discharged("RE_EXPORTED"),
            AnEvent.demanded("50.00"));
    return Combinators.combine(
            said,
            Arbitraries.of(HOUSE_WAYBILLS),
            Arbitraries.of("2026-03-02", "2026-03-05", "2026-03-10", "2026-06-20"))
        .as(
            (event, houseWaybill, day) -> {
              AnEvent about = event.alsoAbout(houseWaybill).at(day + "T10:00:00+08:00");
              boolean isDemand = event.cloudEvent().get("type").equals("customs.default-demand.v1");
              return isDemand ? about.demand("D-" + houseWaybill) : about;
            })
        .list()
        .ofMinSize(2)
        .ofMaxSize(14);
  }

  private record End(
      Position position,
      Map<ShipmentId, Map<DeclarationNo, Cover>> covers,
      Map<ShipmentId, Set<Matter>> exceptions) {

    static End onBooks(List<AnEvent> events) {
      TestBooks books = TestBooks.with(GUARANTEE);
      events.forEach(books::enter);
      return of(books.position(), HOUSE_WAYBILLS.stream().map(books::shipment));
    }

    static End onLedger(List<AnEvent> events, Random random) {
      InMemoryLedger ledger = new InMemoryLedger();
      ledger.commit(
          aChange()
              .creating(GUARANTEE)
              .claiming(
                  Claim.once(
                      GUARANTEE.registrationNo().orElseThrow().alias(), GUARANTEE.id().value()))
              .build());
      List<AnEvent> rest = events;
      while (!rest.isEmpty()) {
        int size = Math.min(rest.size(), 1 + random.nextInt(GROUP_MAX));
        EventLedger.Progress progress =
            new EventLedger(ledger)
                .apply(rest.subList(0, size).stream().map(AnEvent::accepted).toList());
        assertThat(progress.failure()).isEmpty();
        rest = rest.subList(size, rest.size());
      }
      Set<ShipmentId> ids =
          HOUSE_WAYBILLS.stream()
              .map(number -> new ShipmentId(AGuarantee.OPERATOR, new HouseWaybill(number)))
              .collect(Collectors.toSet());
      return of(
          Asked.of(ledger).guarantee(new GuaranteeId("G-1")).orElseThrow().value().position(),
          Asked.of(ledger).shipments(ids).values().stream().map(Stored::value));
    }

    private static End of(Position position, Stream<Shipment> all) {
      List<Shipment> shipments = all.toList();
      return new End(
          position,
          shipments.stream().collect(Collectors.toMap(Shipment::id, Shipment::covers)),
          shipments.stream()
              .collect(Collectors.toMap(Shipment::id, shipment -> Set.copyOf(shipment.matters()))));
    }
  }
}
