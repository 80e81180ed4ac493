package com.cargobond.store.ledger;

import static com.cargobond.domain.fixture.AGuarantee.aGuarantee;
import static com.cargobond.domain.fixture.AnEvent.assessed;
import static com.cargobond.domain.fixture.AnEvent.declared;
import static com.cargobond.domain.fixture.AnEvent.depositTaken;
import static com.cargobond.domain.fixture.AnEvent.paid;
import static com.cargobond.domain.fixture.AnEvent.refundApproved;
import static com.cargobond.domain.fixture.AnEvent.released;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.deposit.DepositId;
import com.cargobond.domain.deposit.DepositStatus;
import com.cargobond.domain.fixture.ADeposit;
import com.cargobond.domain.fixture.AGuarantee;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.guarantee.Amendment;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.GuaranteeNoticeType;
import com.cargobond.domain.guarantee.GuaranteeStatus;
import com.cargobond.domain.identity.HouseWaybill;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.ledger.Notice;
import com.cargobond.domain.shipment.Shipment;
import com.cargobond.store.deposit.DepositLedger;
import com.cargobond.store.guarantee.GuaranteeLedger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the passing of days does, on any ledger. */
public abstract class DeadlinesContract {

  private static final GuaranteeId G1 = new GuaranteeId("G-1");
  private static final Instant NOW = Instant.parse("2026-12-01T01:00:00Z");

  private WatchedLedger ledger;
  private Deadlines deadlines;

  /** A ledger on which nothing was written. */
  protected abstract Ledger newLedger();

  @BeforeEach
  void begin() {
    ledger = new WatchedLedger(newLedger());
    deadlines = new Deadlines(ledger, "sweep");
  }

  @Test
  void warns_30_and_10_days_and_1_day_before_cover_ends_and_then_runs_off() {
    register(aGuarantee().covering("2026-01-01", "2026-12-31").active());

    assertThat(sweep("2026-11-30")).isEmpty();
    assertThat(sweep("2026-12-01")).containsExactly("GUARANTEE_EXPIRES 30_DAYS");
    assertThat(sweep("2026-12-02")).isEmpty();
    assertThat(sweep("2026-12-21")).containsExactly("GUARANTEE_EXPIRES 10_DAYS");
    assertThat(sweep("2026-12-30")).containsExactly("GUARANTEE_EXPIRES 1_DAYS");
    assertThat(sweep("2026-12-31")).isEmpty();
    assertThat(status()).isEqualTo(GuaranteeStatus.ACTIVE);
    assertThat(sweep("2027-01-01")).containsExactly("GUARANTEE_EXPIRED ");
    assertThat(status()).isEqualTo(GuaranteeStatus.RUN_OFF);
    assertThat(deadlines("2099-01-01"))
        .extracting(deadline -> deadline.day().toString())
        .as("of the suretyship period")
        .containsExactlyInAnyOrder("2027-12-01", "2027-12-21", "2027-12-30", "2028-01-01");
  }

  @Test
  void gives_only_the_nearest_warning_when_several_are_due() {
    register(aGuarantee().covering("2026-01-01", "2026-12-31").active());

    assertThat(sweep("2026-12-25")).containsExactly("GUARANTEE_EXPIRES 10_DAYS");
  }

  @Test
  void a_guarantee_runs_off_while_every_slice_is_written_again_and_again() {
    register(
        aGuarantee()
            .covering("2026-01-01", "2026-12-31")
            .withLimit("64000.00")
            .inSlices(Guarantee.SLICES_MAX)
            .active());
    BusySlices carriers = new BusySlices(ledger.inner, Guarantee.SLICES_MAX);
    Deadline end =
        deadlines("2027-01-01").stream()
            .filter(deadline -> deadline.day().equals(LocalDate.parse("2027-01-01")))
            .findFirst()
            .orElseThrow();
    ledger.beforeEveryCommit(carriers::writeAll);

    assertThat(deadlines.pass(end, end.day(), NOW)).isTrue();

    assertThat(status()).isEqualTo(GuaranteeStatus.RUN_OFF);
    assertThat(carriers.gaveWay()).isEqualTo(Guarantee.SLICES_MAX);
  }

  @Test
  void what_was_put_off_is_found_again_on_the_day_and_seen_to_by_its_own_day() {
    register(aGuarantee().withLimit("10000.00").active());
    tell(declared("2730.47"), released(), assessed("2730.47"));

    setAside("2026-03-18", "2026-03-19");

    assertThat(sweep("2026-03-18")).isEmpty();
    assertThat(sweep("2026-03-19")).isEmpty();
    assertThat(sweep("2026-03-19")).containsExactly("DUTY_OVERDUE ");
  }

  @Test
  void a_warning_that_was_put_off_is_given_a_day_late() {
    register(aGuarantee().covering("2026-01-01", "2026-12-31").active());

    setAside("2026-12-01", "2026-12-02");

    assertThat(sweep("2026-12-01")).isEmpty();
    assertThat(sweep("2026-12-02")).containsExactly("GUARANTEE_EXPIRES 30_DAYS");
    assertThat(sweep("2026-12-21")).containsExactly("GUARANTEE_EXPIRES 10_DAYS");
  }

  @Test
  void says_that_nothing_came_of_a_deadline_that_stands_as_it_stood() {
    register(aGuarantee().withLimit("10000.00").active());
    tell(declared("2730.47"), released(), assessed("2730.47"));
    Deadline deadline = deadlines("2026-03-18").getFirst();

    assertThat(deadlines.pass(deadline, LocalDate.parse("2026-03-17"), NOW)).isFalse();
    assertThat(deadlines.pass(deadline, LocalDate.parse("2026-03-18"), NOW)).isTrue();
  }

  private void setAside(String right, String until) {
    Deadline deadline =
        deadlines(right).stream()
            .filter(found -> found.day().equals(LocalDate.parse(right)))
            .findFirst()
            .orElseThrow();
    deadlines.setAside(deadline, LocalDate.parse(until), NOW);
  }

  @Test
  void warns_again_when_cover_was_extended() {
    register(aGuarantee().covering("2026-01-01", "2026-12-31").active());
    sweep("2026-12-25");
    new GuaranteeLedger(ledger)
        .change(
            G1,
            guarantee ->
                guarantee.amend(
                    new Amendment(
                        Optional.empty(),
                        Optional.of(LocalDate.parse("2027-06-30")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())),
            Cause.of("bank", "AMEND", NOW));

    assertThat(sweep("2027-01-01")).isEmpty();
    assertThat(sweep("2027-06-01")).containsExactly("GUARANTEE_EXPIRES 30_DAYS");
  }

  @Test
  void holds_the_late_charge_from_the_day_after_the_due_date_and_counts_it_again() {
    register(aGuarantee().withLimit("10000.00").active());
    tell(declared("2730.47"), released(), assessed("2730.47"));

    assertThat(sweep("2026-03-17")).isEmpty();
    assertThat(sweep("2026-03-18")).containsExactly("DUTY_OVERDUE ");
    assertThat(reserved()).isEqualTo(2_730_47);
    assertThat(sweep("2026-03-18")).isEmpty();
    assertThat(sweep("2026-04-26")).isEmpty();
    assertThat(reserved()).isEqualTo(2_730_47 + 54_61);
    assertThat(shipment().history()).as("of the counts only the latest").hasSize(4);
  }

  @Test
  void years_of_counting_leave_room_for_the_payment() {
    register(aGuarantee().withLimit("10000.00").active());
    tell(declared("2730.47"), released(), assessed("2730.47"));

    for (LocalDate day = LocalDate.parse("2026-03-18");
        day.getYear() < 2030;
        day = day.plusDays(7)) {
      sweep(day.toString());
    }
    tell(paid("10000.00").at("2030-01-01T10:00:00+08:00"));

    assertThat(shipment().history()).hasSize(5);
    assertThat(reserved()).isZero();
  }

  @Test
  void tells_a_person_after_three_days_of_what_names_something_unknown() {
    register(aGuarantee().active());
    tell(declared("100.00"), paid("100.00").notice("TN-l"));

    assertThat(sweep("2026-03-12")).isEmpty();
    assertThat(sweep("2026-03-13")).containsExactly("NEEDS_A_PERSON FACT_UNMATCHED");
    assertThat(sweep("2026-03-14")).isEmpty();
    assertThat(ledger.openExceptions(Optional.empty()))
        .extracting(OpenException::code)
        .containsExactly("FACT_UNMATCHED");

    tell(assessed("100.00").notice("TN-l"));

    assertThat(ledger.openExceptions(Optional.empty())).isEmpty();
    assertThat(reserved()).isZero();
  }

  @Test
  void warns_before_the_suretyship_period_ends_while_something_is_open() {
    register(
        aGuarantee().covering("2026-01-01", "2026-03-31").withSuretyshipTo("2026-08-31").active());
    tell(declared("100.00"));
    assertThat(sweep("2026-04-01")).contains("GUARANTEE_EXPIRED ");

    assertThat(sweep("2026-08-01")).containsExactly("SURETYSHIP_ENDS 30_DAYS");
    assertThat(sweep("2026-08-21")).containsExactly("SURETYSHIP_ENDS 10_DAYS");
    assertThat(sweep("2026-08-30")).containsExactly("SURETYSHIP_ENDS 1_DAYS");
    assertThat(sweep("2026-08-31")).isEmpty();
    assertThat(sweep("2026-09-01")).containsExactly("SURETYSHIP_ENDED ");
    assertThat(sweep("2026-09-02")).isEmpty();
    assertThat(reserved()).as("only Customs lets go").isEqualTo(100_00);
  }

  @Test
  void lets_a_suretyship_period_end_in_silence_when_nothing_is_open() {
    register(
        aGuarantee().covering("2026-01-01", "2026-03-31").withSuretyshipTo("2026-08-31").active());
    sweep("2026-04-01");

    assertThat(sweep("2026-08-30")).isEmpty();
    assertThat(sweep("2026-09-01")).isEmpty();
    assertThat(deadlines("2099-01-01")).isEmpty();
  }

  @Test
  void nothing_is_overdue_once_the_duty_is_paid() {
    register(aGuarantee().active());
    tell(declared("100.00"), released(), assessed("100.00"), paid("100.00"));

    assertThat(sweep("2026-06-01")).isEmpty();
    assertThat(shipment().history()).hasSize(4);
  }

  @Test
  void a_deposit_of_which_nobody_speaks_is_listed_as_dormant_and_stays_where_it_is() {
    tell(depositTaken("1000.00"));

    assertThat(sweep("2027-03-01")).isEmpty();
    assertThat(sweep("2027-03-02")).containsExactly("DEPOSIT_DORMANT ");
    assertThat(ledger.openExceptions(Optional.empty()).map(OpenException::code))
        .containsExactly("DEPOSIT_DORMANT");
    assertThat(sweep("2048-03-01")).isEmpty();
    DepositId id = new DepositId(AnEvent.DEPOSIT);
    assertThat(Asked.of(ledger).deposits(Set.of(id)).get(id).value().status())
        .isEqualTo(DepositStatus.DORMANT);
  }

  @Test
  void two_who_see_to_the_same_deadline_do_it_once() {
    register(aGuarantee().withLimit("10000.00").active());
    tell(declared("2730.47"), released(), assessed("2730.47"));
    LocalDate today = LocalDate.parse("2026-04-26");
    Deadline deadline = ledger.deadlines(today, 10, Optional.empty()).items().getFirst();

    deadlines.pass(deadline, today, NOW);
    deadlines.pass(deadline, today, NOW);

    assertThat(shipment().history()).hasSize(4);
    assertThat(reserved()).isEqualTo(2_730_47 + 54_61);
  }

  @Test
  void an_overdue_day_that_another_calendar_counted_moves_and_is_seen_to_on_the_right_one() {
    register(aGuarantee().withLimit("10000.00").active());
    tell(declared("2730.47"), released(), assessed("2730.47"));
    countedBefore("2026-03-18", "2026-03-16");

    assertThat(sweep("2026-03-16")).isEmpty();
    assertThat(reserved()).isEqualTo(2_730_47);
    assertThat(sweep("2026-03-18")).containsExactly("DUTY_OVERDUE ");
  }

  @Test
  void an_overdue_day_that_another_calendar_counted_too_late_is_seen_to_at_once() {
    register(aGuarantee().withLimit("10000.00").active());
    tell(declared("2730.47"), released(), assessed("2730.47"));
    countedBefore("2026-03-18", "2026-03-20");

    assertThat(sweep("2026-03-20")).isEmpty();
    assertThat(sweep("2026-03-20")).containsExactly("DUTY_OVERDUE ");
  }

  @Test
  void a_deposits_day_that_another_law_counted_moves_and_is_seen_to_on_the_right_one() {
    tell(depositTaken("1000.00"));
    countedBefore("2027-03-02", "2026-09-02");

    assertThat(sweep("2026-09-02")).isEmpty();
    assertThat(sweep("2027-03-01")).isEmpty();
    assertThat(sweep("2027-03-02")).containsExactly("DEPOSIT_DORMANT ");
  }

  @Test
  void a_guarantees_day_that_another_law_counted_brings_back_those_that_are_to_come() {
    register(aGuarantee().covering("2026-01-01", "2026-12-31").active());
    sweep("2026-12-01");
    countedBefore("2026-12-21", "2026-12-11");

    assertThat(sweep("2026-12-11")).isEmpty();
    assertThat(sweep("2026-12-21")).containsExactly("GUARANTEE_EXPIRES 10_DAYS");
    assertThat(sweep("2027-01-01")).containsExactly("GUARANTEE_EXPIRED ");
  }

  @Test
  void a_day_that_somebody_counts_anew_meanwhile_is_looked_at_again() {
    register(aGuarantee().withLimit("10000.00").active());
    tell(declared("2730.47"), released(), assessed("2730.47"));
    countedBefore("2026-03-18", "2026-03-16");
    Deadline wrong = deadlines("2026-03-16").getFirst();
    ledger.beforeNextCommit(
        () -> new EventLedger(ledger.inner).apply(List.of(paid("2730.47").accepted())));

    assertThat(deadlines.pass(wrong, wrong.day(), NOW)).isTrue();

    assertThat(deadlines("2030-01-01"))
        .noneMatch(deadline -> deadline.subject().kind().equals(wrong.subject().kind()));
  }

  @Test
  void lists_deadlines_page_by_page() {
    register(aGuarantee().withLimit("10000.00").active());
    for (int i = 0; i < 20; i++) {
      String declaration = "2233202610000002" + (10 + i);
      tell(
          declared("1.00").about("HAWB-" + i).declaration(declaration).id("A" + i),
          assessed("1.00").about("HAWB-" + i).declaration(declaration).id("B" + i));
    }

    for (int pageSize : List.of(1, 7, 20, 100)) {
      List<Deadline> read = new ArrayList<>();
      Optional<String> after = Optional.empty();
      do {
        Page<Deadline> page = ledger.deadlines(LocalDate.parse("2026-03-18"), pageSize, after);
        read.addAll(page.items());
        after = page.after();
      } while (after.isPresent());
      assertThat(read).hasSize(20).doesNotHaveDuplicates();
    }
    assertThat(ledger.deadlines(LocalDate.parse("2026-03-17"), 10, Optional.empty()).items())
        .isEmpty();
  }

  @Test
  void a_refund_that_the_bank_has_not_answered_for_in_three_days_needs_a_person_once() {
    tell(depositTaken("1000.00"), refundApproved("A1", "600.00"));
    DepositId id = new DepositId(AnEvent.DEPOSIT);
    new DepositLedger(ledger)
        .change(
            id,
            deposit ->
                deposit.sending(
                    deposit.refunds().getFirst().id(),
                    new Uetr("b94458f8-1f27-40e9-bf74-b07cbb339439"),
                    ADeposit.NOON),
            Cause.of("pay", "SEND", ADeposit.NOON));

    assertThat(sweep("2026-03-22")).isEmpty();
    assertThat(sweep("2026-03-23")).containsExactly("NEEDS_A_PERSON REFUND_UNANSWERED");
    assertThat(sweep("2026-03-24")).isEmpty();
    assertThat(ledger.openExceptions(Optional.empty()))
        .extracting(OpenException::code)
        .containsExactly("REFUND_UNANSWERED");
  }

  /** The only deadline of a day stands on another one, as an earlier table had it. */
  private void countedBefore(String right, String wrong) {
    Deadline deadline =
        deadlines(right).stream()
            .filter(found -> found.day().equals(LocalDate.parse(right)))
            .findFirst()
            .orElseThrow();
    ledger.inner.commit(AChange.aChange().moving(deadline, LocalDate.parse(wrong)).build());
  }

  private List<Deadline> deadlines(String until) {
    return ledger.deadlines(LocalDate.parse(until), 100, Optional.empty()).items();
  }

  /** What was told by one run: type and code. */
  private List<String> sweep(String day) {
    LocalDate today = LocalDate.parse(day);
    int before = ledger.commits.size();
    ledger
        .deadlines(today, 100, Optional.empty())
        .items()
        .forEach(deadline -> deadlines.pass(deadline, today, NOW));
    return ledger.commits.subList(before, ledger.commits.size()).stream()
        .flatMap(change -> change.notices().stream())
        .filter(notice -> notice.type() != GuaranteeNoticeType.GUARANTEE_OVER_COMMITTED)
        .map((Notice notice) -> notice.type() + " " + notice.code().orElse(""))
        .toList();
  }

  private void register(Guarantee guarantee) {
    ledger.inner.commit(
        AChange.aChange()
            .creating(guarantee)
            .claiming(
                Claim.once(
                    guarantee.registrationNo().orElseThrow().alias(), guarantee.id().value()))
            .build());
  }

  private void tell(AnEvent... events) {
    new EventLedger(ledger).apply(Arrays.stream(events).map(AnEvent::accepted).toList());
  }

  private GuaranteeStatus status() {
    return Asked.of(ledger).guarantee(G1).orElseThrow().value().status();
  }

  private long reserved() {
    return Asked.of(ledger).guarantee(G1).orElseThrow().value().position().reserved();
  }

  private Shipment shipment() {
    ShipmentId id = new ShipmentId(AGuarantee.OPERATOR, new HouseWaybill("HAWB-1"));
    return Asked.of(ledger).shipments(Set.of(id)).get(id).value();
  }
}
