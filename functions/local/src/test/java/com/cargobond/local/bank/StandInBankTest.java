package com.cargobond.local.bank;

import static com.cargobond.local.bank.Payment.aPayment;
import static com.cargobond.local.bank.Payment.attempt;
import static com.cargobond.local.bank.PaymentState.ACCEPTED;
import static com.cargobond.local.bank.PaymentState.SETTLED;
import static com.cargobond.local.bank.PaymentState.rejected;
import static com.cargobond.local.bank.PaymentState.returned;
import static com.cargobond.local.bank.TestBank.OUTCOMES_NEVER_COME;
import static com.cargobond.local.bank.TestBank.TAKEN;
import static com.cargobond.local.bank.TestBank.always;
import static com.cargobond.local.bank.TestBank.bank;
import static com.cargobond.local.bank.TestBank.statuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cargobond.local.bank.BankCaller.Answered;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A payment is booked once, however often it comes, and the bank says where it stands. */
class StandInBankTest {

  private final BankBook book = BankBook.inMemory();

  @Test
  void a_payment_settles_at_once() throws Exception {
    try (StandInBank bank = bank(always(SETTLED), book);
        BankCaller caller = new BankCaller(bank.url())) {
      assertAnswer(caller.pay(aPayment()), 200, "SETTLED", "");
      assertAnswer(caller.ask(aPayment().uetr()), 200, "SETTLED", "");
    }
    assertThat(book.settledSums()).isEqualTo(Map.of(Payment.REFUND, aPayment().order().amount()));
  }

  @Test
  void a_payment_is_accepted_until_its_outcome_is_known() throws Exception {
    try (StandInBank bank = bank(always(ACCEPTED, SETTLED), book, TAKEN, OUTCOMES_NEVER_COME);
        BankCaller caller = new BankCaller(bank.url())) {
      assertAnswer(caller.pay(aPayment()), 202, "ACCEPTED", "");
      assertAnswer(caller.ask(aPayment().uetr()), 200, "ACCEPTED", "");
    }
    assertThat(book.settledSums()).isEmpty();
  }

  @Test
  void what_was_accepted_settles_later_and_may_come_back() throws Exception {
    PaymentState back = returned(BankReason.AC04);
    try (StandInBank bank = bank(always(ACCEPTED, SETTLED, back), book);
        BankCaller caller = new BankCaller(bank.url())) {
      caller.pay(aPayment());
      await().until(() -> caller.ask(aPayment().uetr()).status().equals("RETURNED"));
      assertAnswer(caller.ask(aPayment().uetr()), 200, "RETURNED", "AC04");
      assertAnswer(caller.pay(aPayment()), 202, "ACCEPTED", "");
    }
    assertThat(statuses(book))
        .containsExactly(PaymentStatus.ACCEPTED, PaymentStatus.SETTLED, PaymentStatus.RETURNED);
    assertThat(book.settledSums()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_payment_is_rejected_with_a_reason(BankReason reason) throws Exception {
    try (StandInBank bank = bank(always(rejected(reason)), book);
        BankCaller caller = new BankCaller(bank.url())) {
      assertAnswer(caller.pay(aPayment()), 422, "REJECTED", reason.name());
      assertAnswer(caller.ask(aPayment().uetr()), 200, "REJECTED", reason.name());
    }
    assertThat(book.settledSums()).isEmpty();
    assertThat(book.attemptedDoublePayments()).isZero();
  }

  @Test
  void a_repetition_is_answered_as_the_first_time_and_booked_once() throws Exception {
    try (StandInBank bank = bank(always(SETTLED), book);
        BankCaller caller = new BankCaller(bank.url())) {
      Answered first = caller.pay(aPayment());
      assertThat(caller.pay(aPayment())).isEqualTo(first);
      assertThat(caller.pay(aPayment().of("692.3"))).isEqualTo(first);
    }
    assertThat(statuses(book)).containsExactly(PaymentStatus.SETTLED);
    assertThat(book.attemptedDoublePayments()).isZero();
  }

  @Test
  void a_uetr_stands_for_one_payment_only() throws Exception {
    try (StandInBank bank = bank(always(SETTLED), book);
        BankCaller caller = new BankCaller(bank.url())) {
      caller.pay(aPayment());
      assertThat(caller.pay(aPayment().of("692.31")).httpStatus()).isEqualTo(409);
    }
    assertThat(statuses(book)).containsExactly(PaymentStatus.SETTLED);
  }

  @Test
  void what_is_paid_is_not_paid_again_under_a_new_uetr() throws Exception {
    try (StandInBank bank = bank(always(SETTLED), book);
        BankCaller caller = new BankCaller(bank.url())) {
      caller.pay(attempt(1));
      assertAnswer(caller.pay(attempt(2)), 422, "REJECTED", "AM05");
      assertAnswer(caller.ask(attempt(1).uetr()), 200, "SETTLED", "");
      caller.pay(attempt("another", 3));
    }
    assertThat(book.attemptedDoublePayments()).isEqualTo(1);
    assertThat(book.settledSums()).containsOnlyKeys(Payment.REFUND, "another");
  }

  @Test
  void what_may_still_settle_is_not_paid_under_a_new_uetr() throws Exception {
    try (StandInBank bank = bank(always(ACCEPTED, SETTLED), book, TAKEN, OUTCOMES_NEVER_COME);
        BankCaller caller = new BankCaller(bank.url())) {
      caller.pay(attempt(1));
      assertAnswer(caller.pay(attempt(2)), 422, "REJECTED", "AM05");
    }
    assertThat(book.attemptedDoublePayments()).isEqualTo(1);
  }

  @Test
  void what_came_back_or_was_rejected_is_paid_again_under_a_new_uetr() throws Exception {
    BankSchedule thirdStays =
        (endToEndId, attempt) ->
            switch (attempt) {
              case 1 -> always(rejected(BankReason.MS03)).plan(endToEndId, attempt);
              case 2 -> always(SETTLED, returned(BankReason.AC06)).plan(endToEndId, attempt);
              default -> always(SETTLED).plan(endToEndId, attempt);
            };
    try (StandInBank bank = bank(thirdStays, book);
        BankCaller caller = new BankCaller(bank.url())) {
      assertAnswer(caller.pay(attempt(1)), 422, "REJECTED", "MS03");
      assertAnswer(caller.pay(attempt(2)), 200, "SETTLED", "");
      await().until(() -> caller.ask(attempt(2).uetr()).status().equals("RETURNED"));
      assertAnswer(caller.pay(attempt(3)), 200, "SETTLED", "");
    }
    assertThat(book.paidMoreThanOnce()).isEmpty();
    assertThat(book.attemptedDoublePayments()).isZero();
    assertThat(book.settledSums()).containsOnlyKeys(Payment.REFUND);
  }

  @Test
  void what_never_arrived_is_unknown() throws Exception {
    try (StandInBank bank = bank(always(SETTLED), book);
        BankCaller caller = new BankCaller(bank.url())) {
      assertThat(caller.ask(aPayment().uetr()).httpStatus()).isEqualTo(404);
    }
  }

  private static void assertAnswer(
      Answered answered, int httpStatus, String status, String reason) {
    assertThat(answered.httpStatus()).isEqualTo(httpStatus);
    assertThat(answered.status()).isEqualTo(status);
    assertThat(answered.reason()).isEqualTo(reason);
  }
}
