package com.cargobond.domain.shipment;

import static com.cargobond.domain.fixture.AGuarantee.aGuarantee;
import static com.cargobond.domain.fixture.AnEvent.assessed;
import static com.cargobond.domain.fixture.AnEvent.declared;
import static com.cargobond.domain.fixture.AnEvent.demandWithdrawn;
import static com.cargobond.domain.fixture.AnEvent.paid;
import static com.cargobond.domain.fixture.AnEvent.released;
import static com.cargobond.domain.fixture.AnEvent.reversed;
import static com.cargobond.domain.fixture.AnEvent.stillUnmatched;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.fixture.TestBooks;
import com.cargobond.domain.ledger.LedgerNoticeType;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What names something unknown waits three days for it; then a person is told. */
class UnmatchedTest {

  private static final String DAY = "2026-03-10";

  private final TestBooks books =
      TestBooks.with(aGuarantee().active())
          .enter(declared("692.30"), assessed("692.30"), paid("1.00"));

  static Stream<AnEvent> whatNamesSomethingUnknown() {
    return Stream.of(
            paid("692.30").notice("TN-l"),
            released().declaration("223320261000000132"),
            assessed("1.00").notice("TN-2").with("replaces", "TN-l"),
            reversed("1.00").receipt("TR-l"),
            demandWithdrawn())
        .map(event -> event.at(DAY + "T10:00:00+08:00"));
  }

  @ParameterizedTest
  @MethodSource("whatNamesSomethingUnknown")
  void is_a_persons_matter_after_three_days(AnEvent event) {
    books.enter(event);
    assertThat(books.exceptions()).isEmpty();
    assertThat(books.shipment().deadline()).contains(LocalDate.parse("2026-03-13"));
    assertThat(books.shipment().hasUnmatchedOn(LocalDate.parse("2026-03-12"))).isFalse();
    assertThat(books.shipment().hasUnmatchedOn(LocalDate.parse("2026-03-13"))).isTrue();

    books.enter(stillUnmatched("2026-03-13"));

    assertThat(books.exceptions()).containsExactly(ShipmentExceptionCode.FACT_UNMATCHED);
    assertThat(books.told()).contains(LedgerNoticeType.NEEDS_A_PERSON);
    assertThat(books.shipment().deadline()).contains(LocalDate.parse("2026-03-18"));
  }

  @Test
  void is_no_matter_any_more_when_it_is_found() {
    books.enter(
        paid("100.00").notice("TN-2").receipt("TR-2"),
        stillUnmatched("2026-04-01"),
        assessed("100.00").notice("TN-2"));

    assertThat(books.exceptions()).isEmpty();
  }

  @Test
  void waits_anew_when_something_else_is_unknown() {
    books.enter(
        paid("100.00").notice("TN-2").receipt("TR-2"),
        stillUnmatched("2026-03-13"),
        paid("50.00").notice("TN-3").receipt("TR-3").at("2026-03-12T10:00:00+08:00"));

    assertThat(books.exceptions()).hasSize(1);
    assertThat(books.shipment().deadline()).contains(LocalDate.parse("2026-03-15"));
  }
}
