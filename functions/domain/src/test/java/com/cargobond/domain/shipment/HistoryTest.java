package com.cargobond.domain.shipment;

import static com.cargobond.domain.fixture.AGuarantee.aGuarantee;
import static com.cargobond.domain.fixture.AnEvent.amended;
import static com.cargobond.domain.fixture.AnEvent.assessed;
import static com.cargobond.domain.fixture.AnEvent.cancelled;
import static com.cargobond.domain.fixture.AnEvent.declared;
import static com.cargobond.domain.fixture.AnEvent.demandPaid;
import static com.cargobond.domain.fixture.AnEvent.demanded;
import static com.cargobond.domain.fixture.AnEvent.overdue;
import static com.cargobond.domain.fixture.AnEvent.paid;
import static com.cargobond.domain.fixture.AnEvent.released;
import static com.cargobond.domain.fixture.Taken.reserved;
import static com.cargobond.domain.fixture.TestMoney.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.fixture.TestBooks;
import com.cargobond.domain.money.Money;
import com.cargobond.domain.shipment.RandomTraffic.World;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;

/** A shipment's history adds up to what is held for it. */
class HistoryTest {

  private final TestBooks books = TestBooks.with(aGuarantee().withLimit("10000.00").active());

  @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
  @Domain(RandomTraffic.class)
  @Domain(DomainContext.Global.class)
  void adds_up_after_every_event(@ForAll World world, @ForAll List<AnEvent> events) {
    TestBooks traffic = world.books();
    for (AnEvent event : events) {
      traffic.enter(event);
      traffic
          .shipments()
          .values()
          .forEach(
              shipment ->
                  assertThat(sum(shipment))
                      .as("%s", shipment)
                      .isEqualTo(held(traffic.current(), shipment)));
    }
  }

  @Test
  void reserves_what_a_receipt_that_was_corrected_downward_does_not_pay() {
    books.enter(
        declared("100.00"),
        released(),
        assessed("100.00"),
        paid("80.00").at("2026-03-05T10:00:00+08:00"),
        paid("20.00").at("2026-03-06T10:00:00+08:00"));

    assertThat(books.taken()).isEqualTo(reserved("80.00"));
    assertThat(movements()).containsExactly(moved(Effect.RESERVED, "60.00"));
  }

  @Test
  void tells_the_demand_and_what_it_takes_beyond_the_hold() {
    books.enter(declared("600.00"), released(), demanded("692.30"));

    assertThat(movements())
        .containsExactly(moved(Effect.DEMANDED, "692.30"), moved(Effect.RESERVED, "92.30"));
  }

  @Test
  void tells_a_claim_that_was_paid_though_nothing_was_held() {
    books.enter(declared("100.00"), cancelled(), demandPaid(), demanded("60.00"));

    assertThat(movements()).containsExactly(moved(Effect.CLAIM_BOOKED, "60.00"));
  }

  @Test
  void tells_what_one_guarantee_gives_back_and_another_takes() {
    TestBooks two =
        TestBooks.with(
            aGuarantee().withId("G-1").registeredAs("REG-1").active(),
            aGuarantee().withId("G-2").registeredAs("REG-2").active());

    two.enter(declared("100.00"), amended(2, "120.00").naming("REG-2"));

    assertThat(two.lastRecorded().movements())
        .containsExactly(moved(Effect.RESERVED, "120.00"), moved(Effect.RESTORED, "100.00"));
  }

  @Test
  void tells_of_late_charges_what_all_of_them_took() {
    books.enter(
        declared("2730.47"),
        released(),
        assessed("2730.47"),
        overdue("2026-04-26"),
        overdue("2026-05-03"));

    assertThat(books.shipment().history()).hasSize(4);
    assertThat(movements()).containsExactly(moved(Effect.RESERVED, "64.17"));
    assertThat(books.taken()).isEqualTo(reserved("2794.64"));
  }

  private List<Movement> movements() {
    return books.lastRecorded().movements();
  }

  private static Movement moved(Effect effect, String amount) {
    Money money = yuan(amount);
    return Movement.of(effect, money.minor(), money.currency());
  }

  private static Map<Currency, Long> sum(Shipment shipment) {
    Map<Currency, Long> sums = new HashMap<>();
    shipment.history().stream()
        .flatMap(recorded -> recorded.movements().stream())
        .forEach(
            movement ->
                movement
                    .amount()
                    .ifPresent(
                        amount ->
                            sums.merge(amount.currency(), movement.heldMinor(), Math::addExact)));
    sums.values().removeIf(minor -> minor == 0);
    return sums;
  }

  private static Map<Currency, Long> held(Books books, Shipment shipment) {
    Map<Currency, Long> held = new HashMap<>();
    shipment
        .openHolds()
        .forEach(
            (guarantee, holds) ->
                holds.forEach(
                    hold ->
                        held.merge(
                            books.guarantee(guarantee).currency(),
                            hold.holding().open(),
                            Math::addExact)));
    return held;
  }
}
