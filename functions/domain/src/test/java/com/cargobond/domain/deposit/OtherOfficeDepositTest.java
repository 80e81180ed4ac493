package com.cargobond.domain.deposit;

import static com.cargobond.domain.fixture.AnEvent.depositTaken;
import static com.cargobond.domain.fixture.AnEvent.frozen;
import static com.cargobond.domain.fixture.AnEvent.payeeApproved;
import static com.cargobond.domain.fixture.AnEvent.refundApproved;
import static com.cargobond.domain.fixture.AnEvent.unfrozen;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.fixture.ADeposit;
import com.cargobond.domain.fixture.AnEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A deposit is of the office that took it: no other decides on it or makes it its own. */
class OtherOfficeDepositTest {

  private static final String OTHER = "5100";
  private static final AnEvent TAKEN = depositTaken("1000.00").saidBy("2233");
  private static final AnEvent APPROVED = refundApproved("A-1", "1000.00").saidBy("2233");

  @Test
  void another_offices_order_moves_nothing_whichever_came_first() {
    AnEvent order = refundApproved("X-1", "1000.00").saidBy(OTHER);
    for (List<AnEvent> arrival : List.of(List.of(TAKEN, order), List.of(order, TAKEN))) {
      ADeposit deposit = learned(arrival);

      assertThat(deposit.figures()).isEqualTo("1000 0 0 0 0");
      assertThat(deposit.deposit().refunds()).isEmpty();
      assertThat(deposit.exceptions()).containsExactly("APPROVAL_REFUSED OTHER_OFFICE");
    }
  }

  @Test
  void another_office_names_no_account() {
    ADeposit deposit =
        learned(List.of(TAKEN, payeeApproved("P-1", "6222000099998888").saidBy(OTHER)));

    assertThat(deposit.exceptions()).containsExactly("APPROVAL_REFUSED OTHER_OFFICE");
  }

  @Test
  void saying_twice_that_it_took_the_deposit_makes_it_nobody_elses() {
    AnEvent theirs =
        depositTaken("1000.00")
            .declaration("510020261000000999")
            .at("2026-03-19T10:00:00+08:00")
            .saidBy(OTHER);
    ADeposit deposit = learned(List.of(TAKEN, APPROVED, theirs, theirs.id("again")));

    assertThat(deposit.deposit().refunds()).noneMatch(Refund::isDue);
    assertThat(deposit.exceptions()).anyMatch(matter -> matter.startsWith("TAKEN_TWICE"));
    assertThat(deposit.deposit().declarations()).hasSize(2);
  }

  @Test
  void the_administration_settles_whose_it_is() {
    AnEvent theirs =
        depositTaken("1000.00")
            .declaration("510020261000000999")
            .at("2026-03-19T10:00:00+08:00")
            .saidBy(OTHER);
    AnEvent settled = depositTaken("1000.00").at("2026-03-21T10:00:00+08:00").saidBy("0000");
    ADeposit deposit = learned(List.of(TAKEN, APPROVED, theirs, settled, settled.id("confirmed")));

    assertThat(deposit.exceptions()).isEmpty();
    assertThat(deposit.deposit().refunds()).singleElement().matches(Refund::isDue);
  }

  @Test
  void any_office_passes_on_a_courts_order_and_its_own_alone_that_it_is_lifted() {
    AnEvent freezing = frozen("C-1").at("2026-03-10T10:00:00+08:00").saidBy(OTHER);
    AnEvent lifting = unfrozen("C-1").at("2026-03-11T10:00:00+08:00");

    assertThat(learned(List.of(TAKEN, freezing)).deposit().isFrozen()).isTrue();
    assertThat(learned(List.of(lifting.saidBy(OTHER), freezing, TAKEN)).deposit().isFrozen())
        .isTrue();
    assertThat(learned(List.of(lifting.saidBy("2233"), freezing, TAKEN)).deposit().isFrozen())
        .isFalse();
  }

  private static ADeposit learned(List<AnEvent> events) {
    ADeposit deposit = ADeposit.unknown();
    events.forEach(deposit::learn);
    return deposit;
  }
}
