package com.cargobond.local.bank;

import static com.cargobond.local.bank.Payment.attempt;
import static com.cargobond.local.bank.PaymentState.ACCEPTED;
import static com.cargobond.local.bank.PaymentState.SETTLED;
import static com.cargobond.local.bank.PaymentState.rejected;
import static com.cargobond.local.bank.PaymentState.returned;
import static com.cargobond.local.bank.TestBank.NOW;
import static com.cargobond.local.bank.TestBank.always;
import static com.cargobond.local.bank.TestBank.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The book forgets nothing, and sees what nobody may do. */
class BankBookTest {

  @TempDir Path directory;

  @Test
  void a_book_in_a_file_is_the_same_when_it_is_opened_again() {
    BankBook before = BankBook.in(file());
    before.take(attempt(1).order(), always(SETTLED, returned(BankReason.BE01)), NOW);
    before.take(attempt(2).order(), always(SETTLED), NOW);
    before.take(attempt("another", 3).order(), always(ACCEPTED, SETTLED), NOW.plusNanos(1));
    before
        .proceed(attempt(3).order().uetr(), NOW.plusSeconds(1))
        .ifPresent(outcome -> before.told(outcome, NOW.plusSeconds(2)));
    before.close();

    try (BankBook after = BankBook.in(file())) {
      assertThat(after.journal()).hasSize(5).isEqualTo(before.journal());
      assertThat(after.settledSums())
          .isEqualTo(
              Map.of(
                  Payment.REFUND,
                  attempt(1).order().amount(),
                  "another",
                  attempt(3).order().amount()));
      assertThat(after.attemptedDoublePayments()).isEqualTo(1);
      assertThat(after.unfinished()).containsExactly(attempt(1).order().uetr());
      assertThat(after.take(attempt(2).order(), always(SETTLED), NOW).first().orElseThrow().state())
          .isEqualTo(rejected(BankReason.AM05));
    }
  }

  @Test
  void an_attempt_keeps_its_number_when_the_book_is_opened_again() {
    try (BankBook before = BankBook.in(file())) {
      before.take(attempt(1).order(), always(rejected(BankReason.MS03)), NOW);
    }
    try (BankBook after = BankBook.in(file())) {
      Receipt receipt = after.take(attempt(2).order(), first(AnswerMode.ERROR_BEFORE_BOOKING), NOW);
      assertThat(receipt.first()).isPresent();
    }
  }

  @Test
  void a_line_that_a_crash_tore_did_not_happen() throws Exception {
    try (BankBook before = BankBook.in(file())) {
      before.take(attempt(1).order(), always(rejected(BankReason.MS03)), NOW);
    }
    String line = Files.readString(file());
    Files.writeString(file(), line.substring(0, line.length() / 2), StandardOpenOption.APPEND);
    try (BankBook torn = BankBook.in(file())) {
      assertThat(torn.journal()).hasSize(1);
      torn.take(attempt(2).order(), always(SETTLED), NOW);
    }
    try (BankBook mended = BankBook.in(file())) {
      assertThat(mended.journal()).hasSize(2);
    }
  }

  @Test
  void another_file_is_no_book() throws Exception {
    Files.writeString(file(), "hello\n");
    assertThatThrownBy(() -> BankBook.in(file()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("bank.jsonl is not a bank's journal");
    assertThat(file()).hasContent("hello");
  }

  @Test
  void a_double_payment_that_is_in_the_journal_is_seen() throws Exception {
    try (BankBook one = BankBook.in(file())) {
      one.take(attempt(1).order(), always(SETTLED), NOW);
    }
    String uetr = attempt(1).uetr();
    String line = Files.readString(file());
    Files.writeString(file(), line.replace(uetr, attempt(2).uetr()), StandardOpenOption.APPEND);
    try (BankBook two = BankBook.in(file())) {
      assertThat(two.paidMoreThanOnce()).containsExactly(Payment.REFUND);
    }
  }

  @Test
  void money_that_came_back_is_not_paid() {
    BankBook book = BankBook.inMemory();
    for (int number : List.of(1, 2, 3)) {
      book.take(attempt(number).order(), always(SETTLED, returned(BankReason.AC04)), NOW);
      assertThat(book.settledSums()).containsOnlyKeys(Payment.REFUND);
      book.proceed(attempt(number).order().uetr(), NOW);
    }
    assertThat(book.settledSums()).isEmpty();
    assertThat(book.paidMoreThanOnce()).isEmpty();
  }

  private Path file() {
    return directory.resolve("bank.jsonl");
  }
}
