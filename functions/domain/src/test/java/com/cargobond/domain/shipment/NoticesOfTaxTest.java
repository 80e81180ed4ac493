package com.cargobond.domain.shipment;

import static com.cargobond.domain.fixture.AGuarantee.aGuarantee;
import static com.cargobond.domain.fixture.AnEvent.amended;
import static com.cargobond.domain.fixture.AnEvent.assessed;
import static com.cargobond.domain.fixture.AnEvent.declared;
import static com.cargobond.domain.fixture.AnEvent.discharged;
import static com.cargobond.domain.fixture.AnEvent.noticeWithdrawn;
import static com.cargobond.domain.fixture.AnEvent.paid;
import static com.cargobond.domain.fixture.AnEvent.released;
import static com.cargobond.domain.fixture.Taken.nothing;
import static com.cargobond.domain.fixture.Taken.reserved;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.fixture.TestBooks;
import org.junit.jupiter.api.Test;

/** A tax notice counts until another says that it replaces it, or Customs withdraws it. */
class NoticesOfTaxTest {

  private final TestBooks books =
      TestBooks.with(aGuarantee().withLimit("100000.00").active())
          .enter(declared("1000.00"), released(), assessed("1000.00"));

  @Test
  void a_notice_of_a_later_version_adds_to_the_first_unless_it_says_otherwise() {
    books.enter(amended(2, "1200.00").at("2026-03-05T10:00:00+08:00"), second("200.00"));

    assertThat(books.taken()).isEqualTo(reserved("1200.00"));
  }

  @Test
  void a_supplement_adds_to_the_first() {
    books.enter(second("200.00").version(1).with("kind", "SUPPLEMENT"));

    assertThat(books.taken()).isEqualTo(reserved("1200.00"));
  }

  @Test
  void a_notice_that_replaces_another_takes_its_place_and_takes_over_what_was_paid_on_it() {
    books.enter(paid("300.00"), second("1200.00").with("replaces", "TN-1"));
    assertThat(books.taken()).isEqualTo(reserved("900.00"));

    books.enter(paid("900.00").notice("TN-2").receipt("TR-2"));

    assertThat(books.taken()).isEqualTo(nothing());
  }

  @Test
  void what_was_paid_on_the_replaced_one_beyond_the_new_one_is_left_to_a_person() {
    books.enter(paid("1000.00"), second("800.00").with("replaces", "TN-1"));

    assertThat(books.taken()).isEqualTo(nothing());
    assertThat(books.exceptions()).containsExactly(ShipmentExceptionCode.PAID_MORE_THAN_ASSESSED);
  }

  @Test
  void a_replacement_is_replaced_in_turn() {
    books.enter(
        second("1200.00").with("replaces", "TN-1"),
        second("700.00").notice("TN-3").with("replaces", "TN-2"),
        paid("100.00"));

    assertThat(books.taken()).isEqualTo(reserved("600.00"));
  }

  @Test
  void notices_that_replace_each_other_all_count() {
    books.enter(
        assessed("1000.00").with("replaces", "TN-2").at("2026-03-05T10:00:00+08:00"),
        second("200.00").with("replaces", "TN-1"));

    assertThat(books.taken()).isEqualTo(reserved("1200.00"));
  }

  @Test
  void a_notice_that_is_withdrawn_secures_nothing_and_gives_back_what_it_replaced() {
    books.enter(second("1500.00").with("replaces", "TN-1"));
    assertThat(books.taken()).isEqualTo(reserved("1500.00"));

    books.enter(noticeWithdrawn().notice("TN-2"));

    assertThat(books.taken()).isEqualTo(reserved("1000.00"));
  }

  @Test
  void a_notice_that_is_told_again_after_its_withdrawal_counts_again() {
    books.enter(noticeWithdrawn(), assessed("1000.00").at("2026-03-10T10:00:00+08:00"));

    assertThat(books.taken()).isEqualTo(reserved("1000.00"));
  }

  @Test
  void a_version_that_is_not_assessed_holds_its_estimate_if_that_is_more_than_the_notices() {
    books.enter(amended(2, "1500.00").at("2026-03-05T10:00:00+08:00"));
    assertThat(books.taken()).isEqualTo(reserved("1500.00"));

    books.enter(amended(3, "600.00").at("2026-03-06T10:00:00+08:00"));
    assertThat(books.taken()).isEqualTo(reserved("1000.00"));
  }

  @Test
  void a_supplement_does_not_stand_for_the_assessment() {
    TestBooks estimated =
        TestBooks.with(aGuarantee().withLimit("100000.00").active())
            .enter(declared("1000.00"), released());

    estimated.enter(assessed("200.00").notice("TN-2").with("kind", "SUPPLEMENT"));
    assertThat(estimated.taken()).isEqualTo(reserved("1200.00"));

    estimated.enter(paid("200.00").notice("TN-2"), assessed("900.00"));
    assertThat(estimated.taken()).isEqualTo(reserved("900.00"));
  }

  @Test
  void of_two_amounts_under_one_notice_the_higher_is_held_until_customs_says_which_is_right() {
    AnEvent lower = assessed("10.00").at("2026-03-06T10:00:00+08:00");
    books.enter(lower, paid("10.00"));
    assertThat(books.taken()).isEqualTo(reserved("990.00"));
    assertThat(books.exceptions()).containsExactly(ShipmentExceptionCode.NOTICE_CONTRADICTED);

    books.enter(lower.at("2026-03-07T10:00:00+08:00"));

    assertThat(books.taken()).isEqualTo(nothing());
    assertThat(books.exceptions()).isEmpty();
  }

  @Test
  void what_is_first_told_after_a_discharge_is_owed_and_nothing_else() {
    books.enter(
        discharged("DESTROYED"),
        assessed("1000.00").with("dueDate", "2026-04-01").at("2026-03-20T10:00:00+08:00"));
    assertThat(books.taken()).as("told again").isEqualTo(nothing());

    books.enter(assessed("50.00").notice("TN-2").at("2026-03-20T10:00:00+08:00"));
    assertThat(books.taken()).isEqualTo(reserved("50.00"));

    books.enter(noticeWithdrawn().notice("TN-2").at("2026-03-21T10:00:00+08:00"));
    assertThat(books.taken()).isEqualTo(nothing());
  }

  private static AnEvent second(String amount) {
    return assessed(amount).version(2).notice("TN-2").at("2026-03-06T10:00:00+08:00");
  }
}
