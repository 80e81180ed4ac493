package com.cargobond.domain.shipment;

import static com.cargobond.domain.fixture.AGuarantee.aGuarantee;
import static com.cargobond.domain.fixture.AnEvent.assessed;
import static com.cargobond.domain.fixture.AnEvent.declared;
import static com.cargobond.domain.fixture.AnEvent.demandWithdrawn;
import static com.cargobond.domain.fixture.AnEvent.demanded;
import static com.cargobond.domain.fixture.AnEvent.noticeWithdrawn;
import static com.cargobond.domain.fixture.AnEvent.paid;
import static com.cargobond.domain.fixture.AnEvent.stillUnmatched;
import static com.cargobond.domain.fixture.Taken.nothing;
import static com.cargobond.domain.fixture.Taken.reserved;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.fixture.TestBooks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An office of Customs is heard on what was filed in its district, whatever comes first. */
class OtherOfficeTest {

  private static final String OTHER = "5100";
  private static final String THEIRS = "510020261000000999";

  private static final AnEvent DECLARED = declared("100.00").saidBy("2233");
  private static final AnEvent ASSESSED = assessed("692.30").saidBy("2200");

  static Stream<AnEvent> wordsOfAnotherOffice() {
    return Stream.of(
            paid("692.30"),
            noticeWithdrawn(),
            assessed("1.00").declaration(THEIRS).version(9),
            assessed("1.00").version(9))
        .map(word -> word.at("2026-03-20T10:00:00+08:00").saidBy(OTHER));
  }

  @ParameterizedTest
  @MethodSource("wordsOfAnotherOffice")
  void moves_nothing_of_anothers_declaration_in_any_order(AnEvent word) {
    for (List<AnEvent> order : orders(DECLARED, ASSESSED, word)) {
      TestBooks books = TestBooks.with(aGuarantee().active()).enter(order.toArray(AnEvent[]::new));

      assertThat(books.taken()).as("%s", order).isEqualTo(reserved("692.30"));
    }
  }

  @Test
  void a_word_that_is_not_heard_is_told_to_a_person() {
    TestBooks books =
        TestBooks.with(aGuarantee().active())
            .enter(DECLARED, ASSESSED, paid("692.30").saidBy(OTHER))
            .enter(stillUnmatched("2026-06-30"));

    assertThat(books.exceptions()).containsExactly(ShipmentExceptionCode.FACT_UNMATCHED);
  }

  @Test
  void withdraws_no_demand_and_takes_none_by_its_number() {
    AnEvent demand = demanded("50.00").saidBy("2233");
    for (List<AnEvent> order :
        orders(
            DECLARED,
            demand,
            demandWithdrawn().saidBy(OTHER),
            demanded("1.00").declaration(THEIRS).saidBy(OTHER))) {
      TestBooks books = TestBooks.with(aGuarantee().active()).enter(order.toArray(AnEvent[]::new));

      assertThat(books.taken().holding().openDemands()).as("%s", order).isEqualTo(5_000);
    }
  }

  @Test
  void its_own_district_and_the_whole_administration_are_heard() {
    for (String district : List.of("2233", "2200", "0000")) {
      TestBooks books =
          TestBooks.with(aGuarantee().active())
              .enter(paid("692.30").saidBy(district), ASSESSED, DECLARED);

      assertThat(books.taken()).as(district).isEqualTo(nothing());
    }
  }

  private static List<List<AnEvent>> orders(AnEvent... events) {
    List<List<AnEvent>> orders = new ArrayList<>();
    permute(new ArrayList<>(List.of(events)), 0, orders);
    return orders;
  }

  private static void permute(List<AnEvent> events, int from, List<List<AnEvent>> orders) {
    if (from == events.size()) {
      orders.add(List.copyOf(events));
      return;
    }
    for (int i = from; i < events.size(); i++) {
      Collections.swap(events, from, i);
      permute(events, from + 1, orders);
      Collections.swap(events, from, i);
    }
  }
}
