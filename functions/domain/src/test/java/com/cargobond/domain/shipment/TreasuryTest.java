package com.cargobond.domain.shipment;

import static com.cargobond.domain.fixture.AGuarantee.aGuarantee;
import static com.cargobond.domain.fixture.AnEvent.assessed;
import static com.cargobond.domain.fixture.AnEvent.declared;
import static com.cargobond.domain.fixture.AnEvent.demandDecided;
import static com.cargobond.domain.fixture.AnEvent.demandPaid;
import static com.cargobond.domain.fixture.AnEvent.demanded;
import static com.cargobond.domain.fixture.AnEvent.paid;
import static com.cargobond.domain.fixture.AnEvent.released;
import static com.cargobond.domain.fixture.AnEvent.reversed;
import static com.cargobond.domain.fixture.Taken.nothing;
import static com.cargobond.domain.fixture.Taken.reserved;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.fixture.TestBooks;
import com.cargobond.domain.ledger.Matter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each receipt of the treasury and each reversal is one thing, however often it is told. */
class TreasuryTest {

  private final TestBooks books =
      TestBooks.with(aGuarantee().withLimit("100000.00").active())
          .enter(declared("1000.00"), released(), assessed("1000.00"));

  @Test
  void a_reversal_that_is_told_twice_takes_once() {
    books.enter(
        paid("400.00").receipt("TR-1"),
        paid("600.00").receipt("TR-2"),
        reversed("400.00").receipt("TR-1").id("one"),
        reversed("400.00").receipt("TR-1").at("2026-03-12T10:00:00+08:00").id("again"));
    assertThat(books.taken()).isEqualTo(reserved("400.00"));

    books.enter(paid("400.00").receipt("TR-3"));

    assertThat(books.taken()).isEqualTo(nothing());
    assertThat(books.exceptions()).isEmpty();
  }

  @Test
  void a_reversal_takes_from_its_own_receipt_and_never_more_than_is_left_of_it() {
    books.enter(
        paid("400.00").receipt("TR-1"),
        paid("600.00").receipt("TR-2"),
        reversed("500.00").receipt("TR-1"));

    assertThat(books.taken()).isEqualTo(reserved("400.00"));
    assertThat(books.exceptions()).containsExactly(ShipmentExceptionCode.REVERSED_MORE_THAN_PAID);
  }

  @Test
  void a_receipt_that_is_told_for_two_notices_counts_for_both_and_is_a_persons_matter() {
    books.enter(assessed("500.00").notice("TN-2"), paid("400.00"), paid("400.00").notice("TN-2"));

    assertThat(books.taken()).isEqualTo(reserved("700.00"));
    assertThat(books.exceptions())
        .containsExactly(ShipmentExceptionCode.RECEIPT_ON_SEVERAL_NOTICES);

    books.enter(reversed("400.00"));

    assertThat(books.taken()).isEqualTo(reserved("1100.00"));
    assertThat(books.exceptions()).isEmpty();
  }

  @Test
  void two_reversals_with_numbers_of_their_own_both_take() {
    books.enter(
        paid("1000.00"),
        reversed("300.00").with("reversalNo", "RV-1"),
        reversed("300.00").with("reversalNo", "RV-2"));

    assertThat(books.taken()).isEqualTo(reserved("600.00"));
  }

  @Test
  void a_receipt_number_that_was_undone_and_is_paid_again_counts_again() {
    books.enter(
        paid("1000.00"),
        reversed("1000.00").with("reversalNo", "RV-1"),
        paid("1000.00").at("2026-03-14T10:00:00+08:00"));
    assertThat(books.taken()).isEqualTo(nothing());

    books.enter(
        reversed("1000.00").with("reversalNo", "RV-1").at("2026-03-15T10:00:00+08:00").id("late"));

    assertThat(books.taken()).as("the first reversal, told again").isEqualTo(nothing());
  }

  @Test
  void of_two_amounts_under_one_receipt_the_smaller_counts_until_customs_says_which_is_right() {
    AnEvent corrected = paid("200.00").at("2026-03-11T10:00:00+08:00");
    books.enter(paid("800.00"), corrected);
    assertThat(books.taken()).isEqualTo(reserved("800.00"));
    assertThat(books.lastRecorded().effect()).isEqualTo(Effect.RESERVED);
    assertThat(books.lastRecorded().amount()).hasToString("Optional[600.00 CNY]");
    assertThat(books.exceptions()).containsExactly(ShipmentExceptionCode.RECEIPT_CONTRADICTED);

    books.enter(corrected.at("2026-03-12T10:00:00+08:00"));

    assertThat(books.taken()).isEqualTo(reserved("800.00"));
    assertThat(books.exceptions()).isEmpty();
  }

  @Test
  void a_receipt_that_is_corrected_upward_restores_more_only_when_customs_has_said_so_again() {
    AnEvent corrected = paid("900.00").at("2026-03-11T10:00:00+08:00");
    books.enter(corrected, paid("200.00"));
    assertThat(books.taken()).isEqualTo(reserved("800.00"));

    books.enter(corrected.at("2026-03-12T10:00:00+08:00"));

    assertThat(books.taken()).isEqualTo(reserved("100.00"));
  }

  @Test
  void of_two_amounts_under_one_reversal_the_larger_counts() {
    books.enter(
        paid("1000.00"),
        reversed("300.00").with("reversalNo", "RV-1"),
        reversed("100.00").with("reversalNo", "RV-1").at("2026-03-12T10:00:00+08:00"));

    assertThat(books.taken()).isEqualTo(reserved("300.00"));
    assertThat(books.exceptions()).containsExactly(ShipmentExceptionCode.REVERSAL_CONTRADICTED);
  }

  @Test
  void what_the_guarantor_paid_is_no_payment_of_the_debtor() {
    books.enter(
        demanded("1000.00"),
        demandDecided("COMPLY"),
        paid("1000.00").with("paidBy", "GUARANTOR").at("2026-06-22T10:00:00+08:00"));
    assertThat(books.taken().claimed()).isEqualTo(100_000);
    assertThat(books.taken().demanded()).isZero();

    books.enter(demandPaid().at("2026-06-22T10:00:00+08:00"));

    assertThat(books.taken().claimed()).as("both tell of the same money").isEqualTo(100_000);
    assertThat(books.exceptions()).isEmpty();
  }

  @Test
  void a_payment_of_the_guarantor_that_the_treasury_undid_is_a_persons_matter() {
    books.enter(
        demanded("1000.00"),
        demandDecided("COMPLY"),
        demandPaid(),
        paid("1000.00").with("paidBy", "GUARANTOR").at("2026-06-23T10:00:00+08:00"));
    assertThat(books.exceptions()).isEmpty();

    books.enter(reversed("1000.00").at("2026-06-24T10:00:00+08:00"));

    assertThat(books.exceptions()).containsExactly(ShipmentExceptionCode.CLAIM_DIFFERS);
  }

  @Test
  void a_payment_of_the_guarantor_that_nobody_demanded_is_a_persons_matter() {
    books.enter(paid("1000.00").with("paidBy", "GUARANTOR"));

    assertThat(books.exceptions()).containsExactly(ShipmentExceptionCode.CLAIM_DIFFERS);
  }

  @Test
  void a_reversal_that_is_dated_before_its_payment_takes_all_the_same() {
    books.enter(paid("1000.00"), reversed("1000.00").at("2026-03-10T09:59:59+08:00"));

    assertThat(books.taken()).isEqualTo(reserved("1000.00"));
  }

  @Test
  void a_payment_of_the_same_day_that_is_told_again_does_not_undo_its_reversal() {
    AnEvent payment = paid("1000.00").with("debitedOn", "2026-03-09");

    books.enter(
        payment, reversed("1000.00"), payment.at("2026-03-12T10:00:00+08:00").id("told-again"));

    assertThat(books.taken()).isEqualTo(reserved("1000.00"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2062-03-10", "2025-04-26"})
  void a_day_of_debit_that_cannot_be_is_not_believed(String day) {
    books.enter(paid("1000.00").with("debitedOn", day).at("2026-09-10T10:00:00+08:00"));

    assertThat(books.taken()).as("of 177 days").isEqualTo(reserved("88.50"));
  }

  @Test
  void each_receipt_that_is_contradicted_is_a_matter_of_its_own() {
    books.enter(
        paid("100.00").receipt("TR-1"),
        paid("50.00").receipt("TR-1").at("2026-03-11T10:00:00+08:00"),
        paid("100.00").receipt("TR-2"),
        paid("50.00").receipt("TR-2").at("2026-03-11T10:00:00+08:00"));

    assertThat(books.shipment().matters())
        .extracting(Matter::reference)
        .containsExactly("TN-1 TR-1", "TN-1 TR-2");
  }
}
