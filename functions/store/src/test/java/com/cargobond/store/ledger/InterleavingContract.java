package com.cargobond.store.ledger;

import static com.cargobond.domain.fixture.AnEvent.amended;
import static com.cargobond.domain.fixture.AnEvent.cancelled;
import static com.cargobond.domain.fixture.AnEvent.declared;
import static com.cargobond.domain.fixture.AnEvent.demandPaid;
import static com.cargobond.domain.fixture.AnEvent.demanded;
import static com.cargobond.domain.fixture.AnEvent.released;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.fixture.AnEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A few of those who write at once, on any ledger. */
public abstract class InterleavingContract {

  /** A ledger on which nothing was written. */
  protected abstract Ledger newLedger();

  @Test
  void two_payments_of_one_demand_are_both_booked() {
    Act given = given(declared("100.00"), released(), demanded("60.00"));

    everywhere(given, Act.told(demandPaid()), Act.told(demandPaid().with("paymentRef", "PAY-2")));
  }

  @Test
  void a_declaration_is_not_refused_for_want_of_what_was_always_there() {
    everywhere(
        given(),
        Act.told(declared("100.00")),
        Act.told(
            cancelled().about("HAWB-2").declaration(Others.number(2)),
            declared("880.00").about("HAWB-3").declaration(Others.number(3))));
  }

  @Test
  void a_reservation_and_a_suspension_follow_one_another() {
    everywhere(given(), Act.told(declared("100.00")), Others.suspended());
    everywhere(given(), Others.suspended(), Act.told(declared("100.00")));
  }

  @Test
  void a_house_waybill_that_makes_room_does_not_take_it_back_at_the_same_moment() {
    Act given =
        given(
            declared("10.00"),
            cancelled(),
            declared("10.00").alsoAbout("HAWB-3"),
            declared("10.00").alsoAbout("HAWB-4"),
            declared("10.00").alsoAbout("HAWB-5"));
    Act filed = Act.told(declared("10.00").alsoAbout("HAWB-6"));
    Act filedAnew = Act.told(amended(2, "12.00"));

    everywhere(given, filed, filedAnew);
    everywhere(given, filedAnew, filed);
  }

  private void everywhere(Act given, Act command, Act others) {
    assertThat(new Interleaving(this::newLedger, given).everywhere(command, others))
        .isGreaterThan(1);
  }

  private static Act given(AnEvent... events) {
    List<Function<Ledger, Object>> steps = new ArrayList<>(Others.nearlyUsedUp().steps());
    steps.addAll(Act.told(events).steps());
    return new Act("given", steps);
  }
}
