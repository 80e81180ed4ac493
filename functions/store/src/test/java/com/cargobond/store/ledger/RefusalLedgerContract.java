package com.cargobond.store.ledger;

import static com.cargobond.domain.fixture.AGuarantee.aGuarantee;
import static com.cargobond.domain.fixture.AnEvent.declared;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.fixture.AGuarantee;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.fixture.Consent;
import com.cargobond.domain.fixture.TestMoney;
import com.cargobond.domain.guarantee.Amendment;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.domain.identity.HouseWaybill;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.shipment.Cover;
import com.cargobond.domain.shipment.Shipment;
import com.cargobond.store.guarantee.GuaranteeLedger;
import com.cargobond.store.guarantee.Recheck;
import com.cargobond.store.guarantee.RequestFingerprint;
import com.cargobond.store.shipment.RefusalLedger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was refused is asked again when its guarantee has changed, on any ledger. */
public abstract class RefusalLedgerContract {

  private static final RegistrationNo NUMBER = new RegistrationNo("REG-1");
  private static final Instant NOW = Instant.parse("2026-12-01T01:00:00Z");
  private static final Instant LATER = NOW.plus(RefusalLedger.ASKED_FOR).plusSeconds(1);
  private static final Cause CAUSE = Cause.of("bank", "STEP", NOW);

  private Ledger ledger;
  private GuaranteeLedger guarantees;
  private RefusalLedger refusals;

  /** A ledger on which nothing was written. */
  protected abstract Ledger newLedger();

  @BeforeEach
  void begin() {
    ledger = newLedger();
    guarantees = new GuaranteeLedger(ledger);
    refusals = new RefusalLedger(ledger, "sweep");
  }

  @Test
  void declarations_that_came_before_the_registration_are_covered_after_it() {
    Guarantee guarantee = issued("1000.00");
    tell(declared("100.00").about("EARLY"));
    assertThat(refused()).containsExactly(id("EARLY"));
    assertThat(refusals.open()).isEmpty();

    guarantees.register(guarantee.id(), NUMBER, CAUSE);
    askAll();

    assertThat(cover("EARLY")).isInstanceOf(Cover.Covered.class);
    assertThat(refused()).isEmpty();
    assertThat(refusals.open()).isEmpty();
    assertThat(position()).isEqualTo(100_00);
  }

  @Test
  void declarations_that_were_refused_for_want_of_limit_are_covered_when_it_is_raised() {
    registered("100.00");
    tell(declared("692.30").about("LARGE"));

    guarantees.change(guaranteeId(), RefusalLedgerContract::raised, CAUSE);
    askAll();

    assertThat(cover("LARGE")).isInstanceOf(Cover.Covered.class);
  }

  @Test
  void declarations_that_were_refused_while_it_was_suspended_are_covered_when_it_is_resumed() {
    registered("1000.00");
    guarantees.change(guaranteeId(), Guarantee::suspend, CAUSE);
    tell(declared("100.00").about("MEANWHILE"));
    assertThat(refusals.open()).isEmpty();

    guarantees.change(guaranteeId(), Guarantee::resume, CAUSE);
    askAll();

    assertThat(cover("MEANWHILE")).isInstanceOf(Cover.Covered.class);
  }

  @Test
  void many_are_asked_piece_by_piece_each_once_and_those_that_do_not_fit_stay_refused() {
    registered("10.00");
    int count = 3 * RefusalLedger.PIECE + 1;
    IntStream.range(0, count).forEach(i -> tell(declared("100.00").about("H-" + i)));
    assertThat(refused()).hasSize(count);

    guarantees.change(guaranteeId(), RefusalLedgerContract::raised, CAUSE);
    int pieces = askAll();

    assertThat(pieces).isEqualTo(4);
    assertThat(position()).as("of a limit of 7,000.00").isEqualTo(70 * 100_00);
    assertThat(refused()).hasSize(count - 70);
    assertThat(refusals.open()).isEmpty();
  }

  @Test
  void a_piece_that_was_asked_twice_is_asked_once() {
    registered("100.00");
    tell(declared("692.30").about("LARGE"));
    guarantees.change(guaranteeId(), RefusalLedgerContract::raised, CAUSE);
    Recheck recheck = refusals.open().getFirst();

    refusals.askAgain(recheck, NOW);
    refusals.askAgain(recheck, NOW);

    assertThat(position()).isEqualTo(692_30);
    assertThat(shipment("LARGE").history()).hasSize(2);
  }

  @Test
  void what_is_refused_by_what_was_read_before_the_change_is_asked_too() {
    registered("100.00");
    guarantees.change(guaranteeId(), RefusalLedgerContract::raised, CAUSE);
    assertThat(refusals.askAgain(refusals.open().getFirst(), NOW)).as("nothing follows").isFalse();
    assertThat(refusals.open()).as("for a while").isNotEmpty();

    guarantees.change(guaranteeId(), Guarantee::suspend, CAUSE);
    tell(declared("100.00").about("MEANWHILE"));
    guarantees.change(guaranteeId(), Guarantee::resume, CAUSE);
    askAll();

    assertThat(refused()).isEmpty();
    assertThat(refusals.open()).isEmpty();
  }

  @Test
  void what_is_refused_behind_a_round_that_is_on_its_way_is_asked_in_another() {
    registered("100.00");
    IntStream.range(0, RefusalLedger.PIECE + 1)
        .forEach(i -> tell(declared("692.30").about("H-" + i)));
    guarantees.change(guaranteeId(), RefusalLedgerContract::raised, CAUSE);
    Instant late = NOW.plus(RefusalLedger.ASKED_FOR);

    assertThat(refusals.askAgain(refusals.open().getFirst(), late.minusSeconds(1))).isTrue();
    assertThat(refusals.askAgain(refusals.open().getFirst(), late.plusSeconds(1))).isFalse();

    assertThat(refusals.open()).containsExactly(Recheck.begin(NUMBER, NOW));
    refusals.askAgain(refusals.open().getFirst(), late.plusSeconds(2));
    assertThat(refusals.open()).isEmpty();
  }

  @Test
  void a_change_during_a_recheck_begins_it_anew() {
    registered("100.00");
    IntStream.range(0, RefusalLedger.PIECE + 1)
        .forEach(i -> tell(declared("692.30").about("H-" + i)));
    guarantees.change(guaranteeId(), RefusalLedgerContract::raised, CAUSE);
    Recheck first = refusals.open().getFirst();

    guarantees.change(
        guaranteeId(),
        guarantee -> amended(guarantee, "99999.00"),
        Cause.of("bank", "AMEND", NOW.plusSeconds(1)));
    refusals.askAgain(first, NOW);

    assertThat(refusals.open()).containsExactly(Recheck.begin(NUMBER, NOW.plusSeconds(1)));
    askAll();
    assertThat(refused()).isEmpty();
  }

  @Test
  void a_guarantee_that_covers_no_more_than_before_asks_nothing_again() {
    registered("1000.00");
    tell(declared("5000.00").about("LARGE"));

    guarantees.change(guaranteeId(), guarantee -> amended(guarantee, "900.00"), CAUSE);
    guarantees.change(guaranteeId(), Guarantee::suspend, CAUSE);

    assertThat(refusals.open()).isEmpty();
  }

  private int askAll() {
    int pieces = 0;
    for (List<Recheck> open = refusals.open(); !open.isEmpty(); open = refusals.open()) {
      refusals.askAgain(open.getFirst(), LATER);
      pieces++;
    }
    return pieces;
  }

  private Guarantee issued(String limit) {
    return guarantees.issue(
        Optional.empty(),
        new RequestFingerprint("request", "request"),
        RefusalLedgerContract::guaranteeId,
        aGuarantee().withLimit(limit).terms(),
        1,
        CAUSE);
  }

  private void registered(String limit) {
    guarantees.register(issued(limit).id(), NUMBER, CAUSE);
    askAll();
  }

  private static Guarantee raised(Guarantee guarantee) {
    return amended(guarantee, "7000.00");
  }

  private static Guarantee amended(Guarantee guarantee, String limit) {
    return Consent.to(
        guarantee,
        new Amendment(
            Optional.of(TestMoney.yuan(limit)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  private void tell(AnEvent event) {
    new EventLedger(ledger).apply(List.of(event.accepted()));
  }

  private List<ShipmentId> refused() {
    return Asked.of(ledger).refused(NUMBER, Ledger.PAGE_SIZE_MAX, Optional.empty()).items();
  }

  private static GuaranteeId guaranteeId() {
    return new GuaranteeId("G-1");
  }

  private static ShipmentId id(String houseWaybill) {
    return new ShipmentId(AGuarantee.OPERATOR, new HouseWaybill(houseWaybill));
  }

  private Shipment shipment(String houseWaybill) {
    return Asked.of(ledger).shipments(Set.of(id(houseWaybill))).get(id(houseWaybill)).value();
  }

  private Cover cover(String houseWaybill) {
    return shipment(houseWaybill).cover();
  }

  private long position() {
    return guarantees.find(guaranteeId()).orElseThrow().position().reserved();
  }
}
