package com.cargobond.domain.shipment;

import static com.cargobond.domain.fixture.AGuarantee.aGuarantee;
import static com.cargobond.domain.fixture.AnEvent.amended;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a guarantor is liable for cannot be taken from it by what is said later. */
class IrrevocableTest {

  private static final String AFTER_RELEASE = "2026-09-01T10:00:00+08:00";

  private final TestBooks books = TestBooks.with(aGuarantee().active());

  @Test
  void keeps_the_hold_when_the_goods_are_out_and_an_amendment_names_an_unknown_guarantee() {
    books.enter(
        declared("100.00"),
        released(),
        amended(2, "120.00").naming("GB-UNKNOWN").at(AFTER_RELEASE));

    assertThat(books.taken()).isEqualTo(reserved("120.00"));
  }

  @Test
  void keeps_the_hold_whatever_order_that_is_told_in() {
    books.enter(
        amended(2, "120.00").naming("GB-UNKNOWN").at(AFTER_RELEASE),
        released(),
        declared("100.00"));

    assertThat(books.taken()).isEqualTo(reserved("120.00"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"purpose=TAX_ELEMENT", "district=9999"})
  void keeps_the_hold_when_an_amendment_after_release_is_not_covered(String change) {
    String[] field = change.split("=");
    TestBooks narrow = TestBooks.with(aGuarantee().inDistricts("2233").active());

    narrow.enter(
        declared("100.00"),
        released(),
        amended(2, "100.00").with(field[0], field[1]).at(AFTER_RELEASE));

    assertThat(narrow.taken()).isEqualTo(reserved("100.00"));
  }

  @Test
  void follows_an_amendment_to_another_guarantee_while_the_goods_are_held() {
    books.enter(declared("100.00"), amended(2, "100.00").naming("GB-UNKNOWN").at(AFTER_RELEASE));

    assertThat(books.taken()).isEqualTo(nothing());
  }

  @Test
  void keeps_a_paid_claim_when_the_same_demand_is_told_again_with_less() {
    books.enter(
        declared("100.00"),
        released(),
        demanded("100.00"),
        demandDecided("COMPLY"),
        demandPaid(),
        demanded("10.00").id("told-again").at("2027-01-10T10:00:00+08:00"));

    assertThat(books.taken()).isEqualTo(nothing().claimed("100.00"));
  }

  @Test
  void takes_two_partial_reversals_of_one_receipt_together() {
    AnEvent half = reversed("30.00");

    books.enter(
        declared("100.00"),
        released(),
        assessed("100.00"),
        paid("100.00"),
        half.with("reversalNo", "RV-1"),
        half.with("reversalNo", "RV-2"),
        half.with("reversalNo", "RV-2").id("told-again"));

    assertThat(books.taken()).isEqualTo(reserved("60.00"));
  }

  @Test
  void restores_both_notices_that_one_receipt_pays() {
    books.enter(
        declared("100.00"),
        released(),
        assessed("60.00").notice("TN-1"),
        assessed("40.00").notice("TN-2"),
        paid("60.00").notice("TN-1").receipt("TR-1"),
        paid("40.00").notice("TN-2").receipt("TR-1"));

    assertThat(books.taken()).isEqualTo(nothing());
  }

  @Test
  void forces_nothing_for_the_reversal_of_a_receipt_that_nobody_knows() {
    TestBooks small = TestBooks.with(aGuarantee().withLimit("50.00").active());

    small.enter(declared("100.00"), assessed("100.00"), reversed("100.00"));

    assertThat(small.taken()).isEqualTo(nothing());
  }
}
