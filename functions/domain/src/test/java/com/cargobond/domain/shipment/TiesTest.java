package com.cargobond.domain.shipment;

import static com.cargobond.domain.fixture.AGuarantee.aGuarantee;
import static com.cargobond.domain.fixture.AnEvent.assessed;
import static com.cargobond.domain.fixture.AnEvent.cancelled;
import static com.cargobond.domain.fixture.AnEvent.declared;
import static com.cargobond.domain.fixture.AnEvent.demandWithdrawn;
import static com.cargobond.domain.fixture.AnEvent.demanded;
import static com.cargobond.domain.fixture.AnEvent.discharged;
import static com.cargobond.domain.fixture.AnEvent.paid;
import static com.cargobond.domain.fixture.AnEvent.released;
import static com.cargobond.domain.fixture.AnEvent.reversed;
import static com.cargobond.domain.fixture.Taken.nothing;
import static com.cargobond.domain.fixture.Taken.reserved;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.fixture.TestBooks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Words of one moment have no order: what secures more counts, and a person is asked where nothing
 * else tells which is right. The ids of the events, by which a tie might be broken, say nothing.
 */
class TiesTest {

  private static final String MOMENT = "2026-06-20T10:00:00+08:00";

  private final TestBooks books = TestBooks.with(aGuarantee().withLimit("10000.00").active());

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void of_two_estimates_the_higher_is_held(boolean higherIdFirst) {
    enter(higherIdFirst, declared("100.00").at(MOMENT), declared("300.00").at(MOMENT));

    assertThat(books.taken()).isEqualTo(reserved("300.00"));
    assertThat(books.exceptions()).containsExactly(ShipmentExceptionCode.DECLARATION_CONTRADICTED);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void of_two_estimates_one_of_which_was_told_before_the_higher_is_held(boolean higherIdFirst) {
    books.enter(declared("100.00"));

    enter(higherIdFirst, declared("100.00").at(MOMENT), declared("300.00").at(MOMENT));

    assertThat(books.taken()).isEqualTo(reserved("300.00"));
    assertThat(books.exceptions()).containsExactly(ShipmentExceptionCode.DECLARATION_CONTRADICTED);

    books.enter(declared("100.00").at("2026-06-20T10:00:01+08:00"));

    assertThat(books.taken()).isEqualTo(reserved("100.00"));
    assertThat(books.exceptions()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void of_two_amounts_on_a_notice_the_higher_is_held(boolean higherIdFirst) {
    books.enter(declared("100.00"), assessed("100.00"));

    enter(higherIdFirst, assessed("100.00").at(MOMENT), assessed("300.00").at(MOMENT));

    assertThat(books.taken()).isEqualTo(reserved("300.00"));
    assertThat(books.exceptions()).containsExactly(ShipmentExceptionCode.NOTICE_CONTRADICTED);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void of_two_amounts_on_a_receipt_the_smaller_is_restored(boolean higherIdFirst) {
    books.enter(declared("300.00"), assessed("300.00"), paid("300.00"));

    enter(higherIdFirst, paid("300.00").at(MOMENT), paid("100.00").at(MOMENT));

    assertThat(books.taken()).isEqualTo(reserved("200.00"));
    assertThat(books.exceptions()).containsExactly(ShipmentExceptionCode.RECEIPT_CONTRADICTED);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void of_two_amounts_of_a_demand_the_higher_is_held(boolean higherIdFirst) {
    books.enter(declared("300.00"), released());

    enter(higherIdFirst, demanded("100.00").at(MOMENT), demanded("300.00").at(MOMENT));

    assertThat(books.taken()).isEqualTo(nothing().demanded("300.00"));
    assertThat(books.exceptions()).containsExactly(ShipmentExceptionCode.DEMAND_CONTRADICTED);

    books.enter(demanded("100.00").at("2026-06-20T10:00:01+08:00"));

    assertThat(books.taken()).isEqualTo(reserved("200.00").demanded("100.00"));
    assertThat(books.exceptions()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_demand_stands_that_was_withdrawn_at_its_moment(boolean higherIdFirst) {
    books.enter(declared("300.00"), released());

    enter(higherIdFirst, demanded("300.00").at(MOMENT), demandWithdrawn().at(MOMENT));

    assertThat(books.taken()).isEqualTo(nothing().demanded("300.00"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_filing_counts_that_was_cancelled_or_discharged_at_its_moment(boolean higherIdFirst) {
    enter(higherIdFirst, declared("300.00").at(MOMENT), cancelled().at(MOMENT));
    enter(higherIdFirst, discharged("RE_EXPORTED").at(MOMENT), released().at(MOMENT));

    assertThat(books.taken()).isEqualTo(reserved("300.00"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_payment_is_undone_that_was_reversed_at_its_moment(boolean higherIdFirst) {
    books.enter(declared("300.00"), assessed("300.00"));

    enter(higherIdFirst, paid("300.00").at(MOMENT), reversed("300.00").at(MOMENT));

    assertThat(books.taken()).isEqualTo(reserved("300.00"));
  }

  /** The same words under ids that sort one way or the other; each must come out the same. */
  private void enter(boolean higherIdFirst, AnEvent one, AnEvent other) {
    String suffix = "-" + books.shipment().history().size();
    books.enter(
        one.id((higherIdFirst ? "Z" : "A") + suffix),
        other.id((higherIdFirst ? "A" : "Z") + suffix));
  }
}
