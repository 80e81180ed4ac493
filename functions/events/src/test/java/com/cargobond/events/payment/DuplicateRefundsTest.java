package com.cargobond.events.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cargobond.domain.deposit.DepositExceptionCode;
import com.cargobond.domain.deposit.RefundId;
import com.cargobond.domain.deposit.RefundStatus;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.payment.OpeningHours;
import com.cargobond.events.fixture.ABank;
import com.cargobond.events.fixture.AClock;
import com.cargobond.events.fixture.Deposits;
import com.cargobond.store.memory.InMemoryLedger;
import com.cargobond.store.payment.PaymentLedger;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A bank that calls a refund a duplicate may be paying it: it gets no second order. */
class DuplicateRefundsTest {

  private static final String DUPLICATE = "{\"status\": \"REJECTED\", \"reason\": \"AM05\"}";
  private static final String REJECTED = "{\"status\": \"REJECTED\", \"reason\": \"MS03\"}";
  private static final String SETTLED = "{\"status\": \"SETTLED\"}";
  private static final String ACCEPTED = "{\"status\": \"ACCEPTED\"}";

  private final ABank bank = new ABank();
  private final AClock clock = AClock.at("2026-03-20T04:00:00Z");
  private final Deposits deposits = new Deposits(new InMemoryLedger());
  private final Payments payments =
      new Payments(
          new PaymentLedger(deposits.ledger()),
          rail -> bank.rail(Duration.ofSeconds(30), OpeningHours.always()),
          clock,
          () -> new Uetr(UUID.randomUUID().toString()));
  private final RefundId refund = deposits.toBeRefunded("DEP-1");

  @AfterEach
  void close() {
    bank.close();
  }

  @Test
  void a_first_order_whose_answer_was_lost_is_not_followed_by_a_second() {
    theBankCallsTheRepeatOfALostOrderADuplicate();
    bank.onPay(ABank.answering(200, SETTLED));

    payments.seeTo(refund);
    payments.seeTo(refund);

    assertThat(uetrs()).isEqualTo(1);
    assertThat(deposits.refund(refund).status()).isEqualTo(RefundStatus.REPAIR);
    assertThat(deposits.deposit("DEP-1").matters())
        .extracting(matter -> matter.code())
        .containsExactly(DepositExceptionCode.REFUND_DUPLICATE);
  }

  @Test
  void it_is_paid_by_the_first_order_when_the_bank_says_so() {
    theBankCallsTheRepeatOfALostOrderADuplicate();
    bank.onAsk(ABank.answering(200, ACCEPTED));
    payments.seeTo(refund);
    assertThat(deposits.refund(refund).status()).isEqualTo(RefundStatus.ASKING);

    bank.onAsk(ABank.answering(200, SETTLED));
    payments.seeTo(refund);

    assertThat(deposits.refund(refund).status()).isEqualTo(RefundStatus.REFUNDED);
    assertThat(uetrs()).isEqualTo(1);
  }

  @Test
  void the_bank_is_asked_about_every_order_and_none_is_made_meanwhile() {
    bank.onPay(ABank.answering(422, REJECTED));
    payments.seeTo(refund);
    clock.set("2026-03-20T05:00:00Z");
    bank.onPay(ABank.answering(422, DUPLICATE));
    payments.seeTo(refund);
    assertThat(uetrs()).isEqualTo(2);

    bank.onAsk(ABank.answering(200, REJECTED));
    for (int run = 0; run < 4; run++) {
      payments.seeTo(refund);
    }

    assertThat(bank.calls.stream().filter(call -> call.method().equals("GET")))
        .extracting(ABank.Call::path)
        .hasSize(2)
        .doesNotHaveDuplicates();
    assertThat(uetrs()).isEqualTo(2);
    assertThat(deposits.refund(refund).status()).isEqualTo(RefundStatus.REPAIR);
  }

  @Test
  void what_may_go_by_is_not_tried_again_before_its_time() {
    bank.onPay(ABank.answering(422, REJECTED));
    payments.seeTo(refund);
    clock.set("2026-03-20T04:59:00Z");
    payments.seeTo(refund);
    assertThat(uetrs()).isEqualTo(1);

    clock.set("2026-03-20T05:00:00Z");
    payments.seeTo(refund);
    assertThat(uetrs()).isEqualTo(2);
  }

  /** It has the first order, but does not see it yet when it is asked about it. */
  private void theBankCallsTheRepeatOfALostOrderADuplicate() {
    bank.onPay(ABank.dropping());
    assertThatThrownBy(() -> payments.seeTo(refund)).isInstanceOf(NoAnswer.class);
    bank.onPay(ABank.answering(422, DUPLICATE));
    payments.seeTo(refund);
    assertThat(deposits.refund(refund).status()).isEqualTo(RefundStatus.ASKING);
  }

  private long uetrs() {
    return bank.paid().stream().map(ABank.Call::idempotencyKey).distinct().count();
  }
}
