package com.cargobond.local.bank;

import static com.cargobond.local.bank.Payment.aPayment;
import static com.cargobond.local.bank.PaymentState.ACCEPTED;
import static com.cargobond.local.bank.PaymentState.SETTLED;
import static com.cargobond.local.bank.PaymentState.returned;
import static com.cargobond.local.bank.TestBank.OUTCOMES_NEVER_COME;
import static com.cargobond.local.bank.TestBank.TAKEN;
import static com.cargobond.local.bank.TestBank.always;
import static com.cargobond.local.bank.TestBank.bank;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a payment after its answer is told until somebody takes it. */
class LaterOutcomesTest {

  private static final BankSchedule SETTLES_LATER = always(ACCEPTED, SETTLED);

  private final List<PaymentStatus> told = new CopyOnWriteArrayList<>();

  @Test
  void outcomes_are_told_in_their_order() throws Exception {
    BankBook book = BankBook.inMemory();
    BankSchedule comesBack = always(ACCEPTED, SETTLED, returned(BankReason.AC04));
    try (StandInBank bank = bank(comesBack, book, this::take, BankDelays.NONE)) {
      pay(bank);
      await().until(() -> book.unfinished().isEmpty());
    }
    assertThat(told).containsExactly(PaymentStatus.SETTLED, PaymentStatus.RETURNED);
  }

  @Test
  void what_the_answer_said_is_not_told() throws Exception {
    BankBook book = BankBook.inMemory();
    try (StandInBank bank = bank(always(SETTLED), book, this::take, BankDelays.NONE)) {
      pay(bank);
    }
    assertThat(book.unfinished()).isEmpty();
    assertThat(told).isEmpty();
  }

  @Test
  void an_outcome_that_nobody_takes_is_told_again() throws Exception {
    BankBook book = BankBook.inMemory();
    OutcomeNotifier takenTheThirdTime = outcome -> take(outcome) && told.size() == 3;
    try (StandInBank bank = bank(SETTLES_LATER, book, takenTheThirdTime, BankDelays.NONE)) {
      pay(bank);
      await().until(() -> told.size() == 3 && book.unfinished().isEmpty());
    }
    assertThat(told).hasSize(3).containsOnly(PaymentStatus.SETTLED);
  }

  @Test
  void telling_has_an_end_and_the_book_still_knows() throws Exception {
    BankBook book = BankBook.inMemory();
    OutcomeNotifier neverTaken = outcome -> take(outcome) && false;
    try (StandInBank bank = bank(SETTLES_LATER, book, neverTaken, BankDelays.NONE)) {
      pay(bank);
      await().until(() -> told.size() == LaterOutcomes.TRIES_MAX);
    }
    assertThat(told).hasSize(LaterOutcomes.TRIES_MAX);
    assertThat(book.unfinished()).containsExactly(aPayment().order().uetr());
  }

  @Test
  void some_banks_tell_everything_twice() throws Exception {
    BankSchedule twice =
        (endToEndId, attempt) -> new PaymentPlan(AnswerMode.AT_ONCE, List.of(ACCEPTED, SETTLED), 2);
    try (StandInBank bank = bank(twice, BankBook.inMemory(), this::take, BankDelays.NONE)) {
      pay(bank);
      await().until(() -> told.size() == 2);
    }
    assertThat(told).containsExactly(PaymentStatus.SETTLED, PaymentStatus.SETTLED);
  }

  @Test
  void a_restarted_bank_settles_what_it_had_accepted(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("bank.jsonl");
    try (BankBook book = BankBook.in(file);
        StandInBank bank = bank(SETTLES_LATER, book, TAKEN, OUTCOMES_NEVER_COME)) {
      pay(bank);
    }
    // Another schedule: what was accepted must not depend on it.
    restart(file, always(SETTLED));
    assertThat(told).containsExactly(PaymentStatus.SETTLED);
  }

  @Test
  void a_restarted_bank_tells_only_what_nobody_took(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("bank.jsonl");
    OutcomeNotifier neverTaken = outcome -> take(outcome) && false;
    try (BankBook book = BankBook.in(file);
        StandInBank bank = bank(SETTLES_LATER, book, neverTaken, BankDelays.NONE)) {
      pay(bank);
      await().until(() -> !told.isEmpty());
    }
    told.clear();
    restart(file, SETTLES_LATER);
    assertThat(told).containsExactly(PaymentStatus.SETTLED);
    restart(file, SETTLES_LATER);
    assertThat(told).containsExactly(PaymentStatus.SETTLED);
  }

  private void restart(Path file, BankSchedule schedule) {
    try (BankBook book = BankBook.in(file);
        StandInBank bank = bank(schedule, book, this::take, BankDelays.NONE)) {
      await().until(() -> book.unfinished().isEmpty());
    }
  }

  private boolean take(Booking outcome) {
    return told.add(outcome.status());
  }

  private static void pay(StandInBank bank) throws Exception {
    try (BankCaller caller = new BankCaller(bank.url())) {
      caller.pay(aPayment());
    }
  }
}
