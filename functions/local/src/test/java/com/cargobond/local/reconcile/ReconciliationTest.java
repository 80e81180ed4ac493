package com.cargobond.local.reconcile;

import static com.cargobond.local.reconcile.APayment.statement;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What agrees, what is missing and what differs between the bank's day and the ledger's. */
class ReconciliationTest {

  private static final APayment SETTLED = APayment.number(1).settled();
  private static final APayment RETURNED = APayment.number(2).returned();

  @Test
  void an_empty_statement_agrees_with_a_ledger_that_expects_nothing() {
    assertThat(compare(statement(), APayment.number(1), APayment.number(2).rejected()).agrees())
        .isTrue();
  }

  @Test
  void a_payment_and_a_return_on_both_sides_agree() {
    Reconciliation found =
        compare(
            statement(RETURNED.cameBack(), SETTLED.booked(), RETURNED.booked()), SETTLED, RETURNED);

    assertThat(found.agrees()).isTrue();
    assertThat(found.matched()).hasSize(3);
  }

  @Test
  void a_booking_that_the_ledger_does_not_know_is_listed() {
    StatementEntry unknown = APayment.number(9).booked();

    Reconciliation found = compare(statement(SETTLED.booked(), unknown), SETTLED);

    assertThat(found.missingInLedger()).containsExactly(unknown);
    assertThat(found.matched()).containsExactly(SETTLED.booked());
    assertThat(found.agrees()).isFalse();
  }

  @Test
  void a_payment_that_is_booked_twice_is_one_too_many() {
    Reconciliation found = compare(statement(SETTLED.booked(), SETTLED.booked()), SETTLED);

    assertThat(found.missingInLedger()).containsExactly(SETTLED.booked());
  }

  @Test
  void what_the_bank_did_not_book_is_listed() {
    Reconciliation found = compare(statement(RETURNED.booked()), SETTLED, RETURNED);

    assertThat(found.missingOnStatement())
        .containsExactly(
            new Posting(SETTLED.inLedger(), Direction.DEBIT),
            new Posting(RETURNED.inLedger(), Direction.CREDIT));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-01T15:59:59Z, false",
    "2026-11-01T16:00:00Z, true",
    "2026-11-02T15:59:59Z, true",
    "2026-11-02T16:00:00Z, false",
  })
  void a_payment_is_expected_on_the_day_on_which_the_ledger_heard_of_it(String at, boolean is) {
    Reconciliation found = compare(statement(), APayment.number(1).settled(at));

    assertThat(found.missingOnStatement()).hasSize(is ? 1 : 0);
  }

  @Test
  void of_a_payment_that_came_back_on_another_day_only_the_return_is_expected() {
    APayment late =
        APayment.number(1).settled("2026-10-30T03:00:00Z").returned("2026-11-02T03:00:00Z");

    assertThat(compare(statement(late.cameBack()), late).agrees()).isTrue();
    assertThat(compare(statement(), late).missingOnStatement())
        .containsExactly(new Posting(late.inLedger(), Direction.CREDIT));
  }

  @Test
  void what_the_ledger_heard_of_on_another_day_is_still_the_same_payment() {
    APayment next = APayment.number(1).settled("2026-11-03T00:00:01Z");

    assertThat(compare(statement(next.booked()), next).agrees()).isTrue();
  }

  @Test
  void money_of_another_currency_is_on_another_statement() {
    assertThat(compare(statement(), SETTLED.of("692.30", "HKD")).agrees()).isTrue();
  }

  static Stream<Arguments> differences() {
    APayment flying = APayment.number(1);
    return Stream.of(
        Arguments.of(
            SETTLED.of("692.31", "CNY").booked(),
            SETTLED,
            "amount 692.31 CNY, in the ledger 692.30 CNY"),
        Arguments.of(
            SETTLED.of("692.30", "HKD").booked(),
            SETTLED,
            "amount 692.30 HKD, in the ledger 692.30 CNY"),
        Arguments.of(
            SETTLED.after(RETURNED).booked(),
            SETTLED,
            "end-to-end id RF-000000000000000000000002, in the ledger another"),
        Arguments.of(flying.booked(), flying, "in flight in the ledger, booked by the bank"),
        Arguments.of(
            flying.bookedWithoutUetr(), flying, "in flight in the ledger, booked by the bank"),
        Arguments.of(
            flying.booked(), flying.rejected(), "rejected in the ledger, booked by the bank"),
        Arguments.of(
            flying.cameBack(), flying, "in flight in the ledger, credited back by the bank"),
        Arguments.of(
            flying.cameBack(),
            flying.rejected(),
            "rejected in the ledger, credited back by the bank"));
  }

  @ParameterizedTest
  @MethodSource("differences")
  void what_both_know_and_see_differently_is_named(
      StatementEntry entry, APayment payment, String what) {
    Reconciliation found = compare(statement(entry), payment);

    assertThat(found.differs())
        .containsExactly(new Difference(entry, payment.inLedger(), List.of(what)));
    assertThat(found.missingInLedger()).isEmpty();
    assertThat(found.missingOnStatement()).isEmpty();
  }

  @Test
  void a_return_of_which_the_ledger_has_not_heard_differs() {
    Reconciliation found = compare(statement(SETTLED.booked(), SETTLED.cameBack()), SETTLED);

    assertThat(found.differs())
        .extracting(Difference::what)
        .containsExactly(List.of("settled in the ledger, credited back by the bank"));
    assertThat(found.matched()).containsExactly(SETTLED.booked());
  }

  @Test
  void without_a_uetr_an_entry_is_one_of_its_refunds_settled_payments() {
    APayment first = APayment.number(1).rejected();
    APayment second = APayment.number(2).settled().after(first);
    APayment third = APayment.number(3).settled().after(first);

    assertThat(
            compare(statement(second.bookedWithoutUetr(), third.booked()), first, second, third)
                .agrees())
        .isTrue();
    assertThat(
            compare(statement(third.bookedWithoutUetr(), second.booked()), third, second, first)
                .agrees())
        .isTrue();
  }

  @Test
  void a_payment_that_two_accounts_booked_agrees_once() {
    List<Reconciliation> found =
        compareAll(List.of(statement(SETTLED.booked()), statement(SETTLED.booked())), SETTLED);

    assertThat(found.getFirst().agrees()).isTrue();
    assertThat(found.getLast().missingInLedger()).containsExactly(SETTLED.booked());
  }

  @Test
  void two_accounts_of_one_currency_do_not_miss_each_others_payments() {
    List<Reconciliation> found =
        compareAll(
            List.of(statement(SETTLED.booked()), statement(RETURNED.booked(), RETURNED.cameBack())),
            SETTLED,
            RETURNED);

    assertThat(found).allMatch(Reconciliation::agrees);
  }

  @Test
  void what_no_account_booked_is_missing_once() {
    List<Reconciliation> found = compareAll(List.of(statement(), statement()), SETTLED);

    assertThat(found)
        .flatExtracting(Reconciliation::missingOnStatement)
        .containsExactly(new Posting(SETTLED.inLedger(), Direction.DEBIT));
  }

  @Test
  void an_entry_without_a_uetr_leaves_a_payment_to_the_account_that_names_it() {
    APayment first = APayment.number(1).settled();
    APayment second = APayment.number(2).settled().after(first);

    assertThat(
            compareAll(
                List.of(statement(first.bookedWithoutUetr()), statement(first.booked())),
                first,
                second))
        .allMatch(Reconciliation::agrees);
  }

  private static Reconciliation compare(Statement statement, APayment... payments) {
    return compareAll(List.of(statement), payments).getFirst();
  }

  private static List<Reconciliation> compareAll(List<Statement> statements, APayment... payments) {
    return Reconciliation.of(statements, Arrays.stream(payments).map(APayment::inLedger).toList());
  }
}
