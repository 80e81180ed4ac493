package com.cargobond.events.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.deposit.RefundId;
import com.cargobond.domain.deposit.RefundStatus;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.payment.OpeningHours;
import com.cargobond.domain.payment.RailName;
import com.cargobond.events.fixture.ABank;
import com.cargobond.events.fixture.AClock;
import com.cargobond.events.fixture.Deposits;
import com.cargobond.store.memory.InMemoryLedger;
import com.cargobond.store.payment.PaymentLedger;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What must not be paid, or not now, does not reach the bank. */
class WithheldRefundsTest {

  private static final String FRIDAY_NOON = "2026-03-20T04:00:00Z";
  private static final String FRIDAY_EVENING = "2026-03-20T10:00:00Z";
  private static final String MONDAY_MORNING = "2026-03-23T00:30:00Z";
  private static final String DEPOSIT = "DEP-1";

  private final ABank bank = new ABank();
  private final AClock clock = AClock.at(FRIDAY_NOON);
  private final Deposits deposits = new Deposits(new InMemoryLedger());
  private final Payments payments =
      new Payments(
          new PaymentLedger(deposits.ledger()),
          rail -> bank.rail(Duration.ofMinutes(1), OpeningHours.of(RailName.BANK)),
          clock,
          () -> new Uetr(UUID.randomUUID().toString()));
  private final RefundId refund = deposits.toBeRefunded(DEPOSIT);

  @AfterEach
  void close() {
    bank.close();
  }

  @Test
  void a_frozen_deposit_pays_nothing() {
    deposits.tell(DEPOSIT, AnEvent.frozen("C1"));

    payments.seeTo(refund);

    assertThat(bank.calls).isEmpty();
    assertThat(deposits.refund(refund).status()).isEqualTo(RefundStatus.APPROVED);
  }

  @Test
  void a_deposit_that_a_court_freezes_again_pays_nothing() {
    deposits.tell(
        DEPOSIT,
        AnEvent.frozen("C1").at("2026-03-10T10:00:00+08:00"),
        AnEvent.unfrozen("C1").at("2026-03-11T10:00:00+08:00"),
        AnEvent.frozen("C1").at("2026-03-12T10:00:00+08:00"));

    payments.seeTo(refund);

    assertThat(bank.calls).isEmpty();
  }

  @Test
  void past_the_cut_off_a_refund_waits_for_the_next_business_morning_and_is_paid_once_then() {
    clock.set(FRIDAY_EVENING);
    payments.seeTo(refund);
    assertThat(bank.calls).isEmpty();

    bank.onAsk(ABank.answering(200, "{\"status\": \"ACCEPTED\"}"));
    clock.set(MONDAY_MORNING);
    payments.seeTo(refund);
    payments.seeTo(refund);

    assertThat(bank.paid()).hasSize(1);
  }

  @Test
  void what_never_arrived_is_paid_again_under_the_same_uetr() {
    payments.seeTo(refund);
    payments.seeTo(refund);

    assertThat(bank.paid()).hasSize(2);
    assertThat(bank.paid().stream().map(ABank.Call::idempotencyKey).distinct()).hasSize(1);
  }

  @Test
  void what_never_arrived_is_not_paid_when_a_court_has_spoken_while_the_bank_was_asked() {
    payments.seeTo(refund);
    bank.onAsk(
        exchange -> {
          deposits.tell(DEPOSIT, AnEvent.frozen("C1"));
          neverArrived(exchange);
        });

    payments.seeTo(refund);

    assertThat(bank.paid()).hasSize(1);
  }

  @Test
  void what_never_arrived_is_not_paid_when_the_bank_has_closed_while_it_was_asked() {
    payments.seeTo(refund);
    bank.onAsk(
        exchange -> {
          clock.set(FRIDAY_EVENING);
          neverArrived(exchange);
        });

    payments.seeTo(refund);

    assertThat(bank.paid()).hasSize(1);
  }

  @Test
  void what_never_arrived_is_not_paid_when_its_outcome_was_heard_while_the_bank_was_asked() {
    payments.seeTo(refund);
    bank.onAsk(
        exchange -> {
          bank.onAsk(ABank.answering(200, "{\"status\": \"SETTLED\"}"));
          payments.seeTo(refund);
          neverArrived(exchange);
        });

    payments.seeTo(refund);

    assertThat(bank.paid()).hasSize(1);
    assertThat(deposits.refund(refund).status()).isEqualTo(RefundStatus.REFUNDED);
  }

  private static void neverArrived(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(404, -1);
  }
}
