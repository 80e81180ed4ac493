package com.cargobond.domain.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.fixture.Consent;
import com.cargobond.domain.fixture.Taken;
import com.cargobond.domain.fixture.TestBooks;
import com.cargobond.domain.guarantee.Amendment;
import com.cargobond.domain.guarantee.Demand;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.GuaranteeStatus;
import com.cargobond.domain.guarantee.Position;
import com.cargobond.domain.guarantee.Purpose;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.ledger.Matter;
import com.cargobond.domain.shipment.RandomTraffic.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** While the limit is ample, neither the order of arrival nor repetition matters. */
class AnyOrderTest {

  @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
  @Domain(RandomTraffic.class)
  @Domain(DomainContext.Global.class)
  void ends_in_the_same_position_whatever_the_order_and_however_often(
      @ForAll World tight, @ForAll List<AnEvent> events, @ForAll long shuffle) {
    World world = tight.withLimit("1000000.00");
    List<AnEvent> disorder = disordered(events, new Random(shuffle));

    assertThat(End.of(world.books(), disorder))
        .as("arrived as %s", disorder)
        .isEqualTo(End.of(world.books(), events));
  }

  /**
   * The bank and Customs stop the guarantees, narrow them and let them go on, at other moments in
   * each order; in the end they are as they were, and what was refused meanwhile is asked again.
   */
  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  @Domain(RandomTraffic.class)
  @Domain(DomainContext.Global.class)
  void ends_in_the_same_position_whatever_commands_came_in_between(
      @ForAll World tight, @ForAll List<AnEvent> events, @ForAll long shuffle) {
    World world = tight.withLimit("1000000.00");
    Random random = new Random(shuffle);
    List<AnEvent> disorder = disordered(events, random);
    TestBooks books = world.books();
    for (AnEvent event : disorder) {
      switch (random.nextInt(6)) {
        case 0 -> books.commandAll(AnyOrderTest::suspended);
        case 1 -> books.commandAll(AnyOrderTest::narrowed);
        case 2 -> books.commandAll(guarantee -> restored(guarantee, world));
        default -> {
          // Nobody commands anything.
        }
      }
      books.enter(event);
    }
    books.commandAll(guarantee -> restored(guarantee, world));
    askAgain(books);

    assertThat(End.of(books, List.of()).unforced())
        .as("arrived as %s", disorder)
        .isEqualTo(End.of(world.books(), events).unforced());
  }

  private static List<AnEvent> disordered(List<AnEvent> events, Random random) {
    List<AnEvent> disorder = new ArrayList<>(events);
    for (int i = 0; i < events.size() / 2; i++) {
      disorder.add(events.get(random.nextInt(events.size())));
    }
    Collections.shuffle(disorder, random);
    return disorder;
  }

  private static Guarantee suspended(Guarantee guarantee) {
    return guarantee.status() == GuaranteeStatus.ACTIVE ? guarantee.suspend() : guarantee;
  }

  private static Guarantee narrowed(Guarantee guarantee) {
    return Consent.to(guarantee, serving(Set.of(Purpose.PAYMENT_TERM)));
  }

  private static Guarantee restored(Guarantee guarantee, World world) {
    Guarantee active =
        guarantee.status() == GuaranteeStatus.SUSPENDED ? guarantee.resume() : guarantee;
    Guarantee original = TestBooks.guarantees(world.books().current()).get(guarantee.id());
    return Consent.to(active, serving(original.terms().purposes()));
  }

  private static Amendment serving(Set<Purpose> purposes) {
    return new Amendment(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(purposes),
        Optional.empty());
  }

  private static void askAgain(TestBooks books) {
    books
        .shipments()
        .values()
        .forEach(
            shipment ->
                shipment
                    .refusals()
                    .keySet()
                    .forEach(
                        declaration ->
                            books.enter(
                                AnEvent.askedAgain()
                                    .declaration(declaration.value())
                                    .about(shipment.id().houseWaybill().value())
                                    .at("2099-01-01T00:00:00+08:00"))));
  }

  /** All that must not depend on the order. */
  private record End(Map<GuaranteeId, Position> positions, Map<ShipmentId, ShipmentEnd> shipments) {

    static End of(TestBooks books, List<AnEvent> events) {
      events.forEach(books::enter);
      return new End(
          TestBooks.guarantees(books.current()).entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().position())),
          books.shipments().values().stream()
              .collect(Collectors.toMap(Shipment::id, ShipmentEnd::of)));
    }

    /** Whether a reservation was forced says how it came about, and not what is held. */
    End unforced() {
      return new End(
          positions,
          shipments.entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().unforced())));
    }
  }

  private record ShipmentEnd(
      Map<DeclarationNo, Cover> covers,
      Taken holds,
      Map<Demand, GuaranteeId> demands,
      Set<Matter> exceptions,
      ShipmentStatus status) {

    static ShipmentEnd of(Shipment shipment) {
      Taken holds = Taken.nothing();
      for (Cover cover : shipment.covers().values()) {
        if (cover.hold().isPresent()) {
          holds = holds.plus(cover.hold().get().holding());
        }
      }
      return new ShipmentEnd(
          shipment.covers(),
          holds,
          shipment.demands(),
          Set.copyOf(shipment.matters()),
          shipment.status());
    }

    ShipmentEnd unforced() {
      Map<DeclarationNo, Cover> same = new HashMap<>(covers);
      same.replaceAll(
          (declaration, cover) ->
              cover instanceof Cover.Covered covered
                  ? new Cover.Covered(covered.held(), false)
                  : cover);
      return new ShipmentEnd(same, holds, demands, exceptions, status);
    }
  }
}
