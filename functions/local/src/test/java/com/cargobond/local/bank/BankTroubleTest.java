package com.cargobond.local.bank;

import static com.cargobond.local.bank.Payment.aPayment;
import static com.cargobond.local.bank.TestBank.first;
import static com.cargobond.local.bank.TestBank.statuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.cargobond.domain.identity.Uetr;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever answer a caller gets, asking tells the truth, and the same payment may be sent again.
 */
class BankTroubleTest {

  private final BankBook book = BankBook.inMemory();

  @ParameterizedTest
  @EnumSource(names = {"ERROR_BEFORE_BOOKING", "ERROR_AFTER_BOOKING"})
  void an_error_says_nothing_about_the_payment(AnswerMode answer) throws Exception {
    try (StandInBank bank = TestBank.bank(first(answer), book);
        BankCaller caller = new BankCaller(bank.url())) {
      assertThat(caller.pay(aPayment()).httpStatus()).isEqualTo(500);
      assertTruth(caller, answer);
      assertSettlesWhenSentAgain(caller);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"DROP_BEFORE_BOOKING", "DROP_AFTER_BOOKING"})
  void a_lost_connection_says_nothing_about_the_payment(AnswerMode answer) throws Exception {
    try (StandInBank bank = TestBank.bank(first(answer), book)) {
      try (BankCaller caller = new BankCaller(bank.url())) {
        assertThatThrownBy(() -> caller.pay(aPayment())).isInstanceOf(IOException.class);
      }
      try (BankCaller caller = new BankCaller(bank.url())) {
        assertTruth(caller, answer);
        assertSettlesWhenSentAgain(caller);
      }
    }
  }

  @Test
  void a_slow_bank_books_before_it_answers() throws Exception {
    BankDelays slow = new BankDelays(Duration.ofDays(1), Duration.ZERO, Duration.ZERO);
    try (StandInBank bank = TestBank.bank(first(AnswerMode.SLOW), book, TestBank.TAKEN, slow);
        BankCaller waiting = new BankCaller(bank.url());
        BankCaller asking = new BankCaller(bank.url())) {
      CompletableFuture<Void> answer =
          CompletableFuture.runAsync(
              () ->
                  assertThatThrownBy(() -> waiting.pay(aPayment()))
                      .isInstanceOf(IOException.class));
      await().until(() -> book.state(new Uetr(aPayment().uetr())).isPresent());
      assertThat(asking.ask(aPayment().uetr()).status()).isEqualTo("SETTLED");
      assertThat(answer).isNotDone();
      bank.close();
      answer.join();
    }
  }

  @Test
  void a_slow_answer_comes() throws Exception {
    try (StandInBank bank = TestBank.bank(first(AnswerMode.SLOW), book);
        BankCaller caller = new BankCaller(bank.url())) {
      assertThat(caller.pay(aPayment()).status()).isEqualTo("SETTLED");
    }
  }

  private static void assertTruth(BankCaller caller, AnswerMode answer) throws Exception {
    assertThat(caller.ask(aPayment().uetr()).httpStatus()).isEqualTo(answer.books() ? 200 : 404);
  }

  private void assertSettlesWhenSentAgain(BankCaller caller) throws Exception {
    assertThat(caller.pay(aPayment()).status()).isEqualTo("SETTLED");
    assertThat(statuses(book)).containsExactly(PaymentStatus.SETTLED);
  }
}
