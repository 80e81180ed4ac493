package com.cargobond.events.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cargobond.domain.deposit.RefundId;
import com.cargobond.domain.fixture.Freight;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.ledger.Notice;
import com.cargobond.domain.payment.OpeningHours;
import com.cargobond.domain.payment.PaymentId;
import com.cargobond.domain.payment.PaymentStatus;
import com.cargobond.domain.payment.RailName;
import com.cargobond.events.fixture.AClock;
import com.cargobond.events.fixture.ARail;
import com.cargobond.events.fixture.Deposits;
import com.cargobond.events.fixture.OwedFreight;
import com.cargobond.store.fixture.StoredFreight;
import com.cargobond.store.memory.InMemoryLedger;
import com.cargobond.store.payment.PaymentLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** One machine pays for subjects that know nothing of each other: a deposit, and freight. */
class PaymentsTest {

  private static final NoAnswer SILENCE = new NoAnswer("no answer", null);

  private final AClock clock = AClock.at("2026-03-20T04:00:00Z");
  private final ARail rail = new ARail();
  private final InMemoryLedger ledger = new InMemoryLedger(StoredFreight.BESIDE_DEPOSITS);
  private final Deposits deposits = new Deposits(ledger);
  private final OwedFreight freight = new OwedFreight(ledger);
  private final Payments payments = payments(name -> rail);

  @Test
  void each_is_paid_what_it_owes_and_for_its_own_purpose() {
    RefundId refund = deposits.toBeRefunded("DEP-1");
    PaymentId owed = freight.owed("7");
    rail.onPay(PaymentAnswer.Settled::new);

    payments.seeTo(refund);
    payments.seeTo(owed);

    assertThat(rail.calls)
        .containsExactly(
            "pay " + refund + " 1000.00 for CUSTOMS_DEPOSIT_REFUND",
            "pay FR-7 600.00 for AIR_FREIGHT");
    assertThat(List.of(status(refund), status(owed))).containsOnly(PaymentStatus.SETTLED);
  }

  @Test
  void the_rail_is_the_one_that_the_payment_names() {
    List<RailName> asked = new ArrayList<>();
    Payments naming =
        payments(
            name -> {
              asked.add(name);
              return rail;
            });

    naming.seeTo(freight.owed("7"));

    assertThat(asked).containsExactly(RailName.BANK);
  }

  @Test
  void others_are_told_what_the_owner_has_to_tell() {
    PaymentId owed = freight.owed("7");
    rail.onPay(PaymentAnswer.Settled::new);

    payments.seeTo(owed);

    assertThat(ledger.notices())
        .extracting(Notice::type)
        .containsExactly(Freight.Told.FREIGHT_DUE, Freight.Told.FREIGHT_SETTLED);
  }

  @Test
  void the_attempt_is_on_the_ledger_before_the_counterparty_is_called() {
    PaymentId owed = freight.owed("7");
    List<PaymentStatus> duringTheCall = new ArrayList<>();
    rail.onPay(
        () -> {
          duringTheCall.add(status(owed));
          return new PaymentAnswer.Accepted();
        });

    payments.seeTo(owed);

    assertThat(duringTheCall).containsExactly(PaymentStatus.SENT);
  }

  @Test
  void what_nobody_answered_for_is_asked_about_before_anything_is_sent() {
    PaymentId owed = freight.owed("7");
    rail.onPay(PaymentsTest::silence).onAsk(PaymentAnswer.Accepted::new);
    assertThatThrownBy(() -> payments.seeTo(owed)).isSameAs(SILENCE);

    payments.seeTo(owed);

    assertThat(rail.calls).containsExactly("pay FR-7 600.00 for AIR_FREIGHT", "ask");
    assertThat(status(owed)).isEqualTo(PaymentStatus.SENT);
  }

  @Test
  void what_never_arrived_is_sent_again_as_the_same_attempt() {
    PaymentId owed = freight.owed("7");
    payments.seeTo(owed);

    payments.seeTo(owed);

    assertThat(rail.calls)
        .containsExactly(
            "pay FR-7 600.00 for AIR_FREIGHT", "ask", "pay FR-7 600.00 for AIR_FREIGHT");
    assertThat(freight.payment(owed).attempts()).hasSize(1);
  }

  @Test
  void what_never_arrived_is_not_sent_again_when_its_owner_has_changed_its_mind_meanwhile() {
    PaymentId owed = freight.owed("7");
    payments.seeTo(owed);
    rail.onAsk(
        () -> {
          freight.change("7", one -> one.disputed(true));
          return new PaymentAnswer.NeverArrived();
        });

    payments.seeTo(owed);

    assertThat(rail.calls).containsExactly("pay FR-7 600.00 for AIR_FREIGHT", "ask");
  }

  @Test
  void what_is_called_a_duplicate_is_asked_about_and_never_sent() {
    PaymentId owed = freight.owed("7");
    rail.onPay(() -> new PaymentAnswer.Rejected(Optional.of("AM05")));
    payments.seeTo(owed);

    for (int run = 0; run < 4; run++) {
      payments.seeTo(owed);
    }

    assertThat(rail.calls).containsExactly("pay FR-7 600.00 for AIR_FREIGHT", "ask");
    assertThat(status(owed)).isEqualTo(PaymentStatus.REPAIR);
  }

  @Test
  void nothing_is_sent_while_the_rail_is_closed_or_the_owner_forbids_it() {
    PaymentId disputed = freight.owed("7");
    freight.change("7", one -> one.disputed(true));
    PaymentId owed = freight.owed("8");
    payments.seeTo(disputed);
    rail.open(OpeningHours.of(RailName.BANK));
    clock.set("2026-03-21T04:00:00Z");
    payments.seeTo(owed);

    assertThat(rail.calls).isEmpty();
  }

  @Test
  void where_no_rail_is_configured_nothing_is_written() {
    PaymentId owed = freight.owed("7");
    Payments unconfigured =
        payments(
            name -> {
              throw new IllegalStateException("cargobond.bank.url is not set");
            });

    assertThatThrownBy(() -> unconfigured.seeTo(owed)).isInstanceOf(IllegalStateException.class);

    assertThat(freight.payment(owed).attempts()).isEmpty();
  }

  @Test
  void what_nobody_owes_is_not_paid() {
    assertThatThrownBy(() -> payments.seeTo(Freight.payment("FR-9")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no freight FR-9");
  }

  private Payments payments(Function<RailName, Rail> rails) {
    return new Payments(
        new PaymentLedger(ledger), rails, clock, () -> new Uetr(UUID.randomUUID().toString()));
  }

  private static PaymentAnswer silence() {
    throw SILENCE;
  }

  private PaymentStatus status(PaymentId id) {
    return freight.payment(id).status();
  }
}
