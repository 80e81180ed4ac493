package com.cargobond.domain.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.event.EventType;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.fixture.Consent;
import com.cargobond.domain.fixture.Taken;
import com.cargobond.domain.fixture.TestBooks;
import com.cargobond.domain.fixture.TestMoney;
import com.cargobond.domain.guarantee.Amendment;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.Position;
import com.cargobond.domain.ledger.RefusalCode;
import com.cargobond.domain.ledger.Refused;
import com.cargobond.domain.money.Money;
import com.cargobond.domain.shipment.RandomTraffic.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Whatever happens and however tight the limit, no money appears or is lost. */
class ConservationTest {

  private static final Set<EventType> BINDS_THE_GUARANTOR =
      Set.of(
          ShipmentEventType.RELEASED_ON_GUARANTEE,
          ShipmentEventType.PAYMENT_REVERSED,
          ShipmentEventType.DEFAULT_DEMAND,
          ShipmentEventType.DEMAND_PAID,
          ShipmentEventType.DUTY_ASSESSED);

  /** What the bank does between events; a limit of none reinstates what was paid on claims. */
  enum Command {
    NOTHING,
    INCREASE,
    REDUCE,
    REDUCE_WITH_CONSENT,
    REINSTATE,
    SUSPEND,
    RESUME,
    CANCEL,
    RELEASE
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  @Domain(RandomTraffic.class)
  @Domain(DomainContext.Global.class)
  void holds_after_every_step(
      @ForAll World world,
      @ForAll List<AnEvent> events,
      @ForAll @Size(min = 1, max = 10) List<Command> commands) {
    TestBooks books = world.books();
    for (int i = 0; i < events.size(); i++) {
      Map<GuaranteeId, Guarantee> before = TestBooks.guarantees(books.current());
      Map<?, Shipment> shipmentsBefore = books.shipments();
      books.enter(events.get(i));
      assertConserved(books.current());
      assertOverCommittedOnlyByForce(before, books.current(), shipmentsBefore);

      Command command = commands.get(i % commands.size());
      books.commandAll(guarantee -> carryOut(command, guarantee));
      assertConserved(books.current());
    }
  }

  private static Guarantee carryOut(Command command, Guarantee guarantee) {
    long limit = guarantee.terms().limit().minor();
    long reinstatable =
        Math.max(0, guarantee.position().paidClaims() - guarantee.position().reinstated());
    try {
      Guarantee amended =
          switch (command) {
            case NOTHING -> guarantee;
            case INCREASE -> guarantee.amend(amendment(limit + 777, 0));
            case REDUCE -> guarantee.amend(amendment(Math.max(1, limit / 2), 0));
            case REDUCE_WITH_CONSENT -> Consent.to(guarantee, amendment(Math.max(1, limit / 2), 0));
            case REINSTATE -> guarantee.amend(amendment(limit, reinstatable));
            case SUSPEND -> guarantee.suspend();
            case RESUME -> guarantee.resume();
            case CANCEL -> guarantee.cancel();
            case RELEASE -> guarantee.release();
          };
      if (command != Command.REDUCE_WITH_CONSENT) {
        assertThat(amended.position().available())
            .as("%s", command)
            .isGreaterThanOrEqualTo(Math.min(0, guarantee.position().available()));
      }
      return amended;
    } catch (Refused refused) {
      assertThat(refused.code())
          .as("%s while %s", command, guarantee.status())
          .isEqualTo(RefusalCode.WRONG_STATE);
      return guarantee;
    }
  }

  private static Amendment amendment(long limit, long reinstate) {
    return new Amendment(
        Optional.of(new Money(limit, TestMoney.CNY)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        reinstate == 0 ? Optional.empty() : Optional.of(new Money(reinstate, TestMoney.CNY)));
  }

  private static void assertConserved(Books books) {
    Map<GuaranteeId, Taken> held = new HashMap<>();
    TestBooks.shipments(books).values().stream()
        .flatMap(shipment -> shipment.covers().values().stream())
        .flatMap(cover -> cover.hold().stream())
        .forEach(
            hold ->
                held.put(
                    hold.guaranteeId(),
                    held.getOrDefault(hold.guaranteeId(), Taken.nothing()).plus(hold.holding())));
    books
        .guarantees()
        .forEach(
            guarantee -> {
              Position p = guarantee.position();
              assertThat(Taken.of(p))
                  .as("%s is the sum over its shipments", guarantee.id())
                  .isEqualTo(held.getOrDefault(guarantee.id(), Taken.nothing()));
              assertThat(p.limit()).isEqualTo(guarantee.terms().limit().minor());
              assertThat(p.limit() + p.reinstated())
                  .isEqualTo(
                      p.available()
                          + p.reserved()
                          + p.openDemands()
                          + p.consumed()
                          + p.paidClaims());
              assertThat(guarantee.slices())
                  .as("no slice is short while another has headroom")
                  .satisfiesAnyOf(
                      slices -> assertThat(slices).noneMatch(Position::overCommitted),
                      slices ->
                          assertThat(slices)
                              .noneMatch(s -> Math.min(s.limit(), s.available()) > 0));
            });
  }

  private static void assertOverCommittedOnlyByForce(
      Map<GuaranteeId, Guarantee> before, Books after, Map<?, Shipment> shipmentsBefore) {
    TestBooks.guarantees(after)
        .forEach(
            (id, guarantee) -> {
              long available = guarantee.position().available();
              if (available < 0 && available < before.get(id).position().available()) {
                assertThat(TestBooks.shipments(after).values())
                    .as("%s went to %d", id, available)
                    .filteredOn(shipment -> !shipment.equals(shipmentsBefore.get(shipment.id())))
                    .anySatisfy(
                        shipment -> {
                          assertThat(shipment.covers().values())
                              .anyMatch(cover -> forcedOn(id, cover));
                          assertThat(shipment.history())
                              .extracting(recorded -> recorded.event().type())
                              .containsAnyElementsOf(BINDS_THE_GUARANTOR);
                        });
              }
            });
  }

  private static boolean forcedOn(GuaranteeId id, Cover cover) {
    // A claim that the guarantor paid is booked in any case, even if nothing was open for it.
    boolean forced = cover instanceof Cover.Covered covered && covered.forced();
    return cover
        .hold()
        .filter(hold -> hold.guaranteeId().equals(id))
        .filter(hold -> forced || hold.holding().paidClaims() > 0)
        .isPresent();
  }
}
