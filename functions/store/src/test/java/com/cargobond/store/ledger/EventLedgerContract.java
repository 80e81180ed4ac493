package com.cargobond.store.ledger;

import static com.cargobond.domain.fixture.AGuarantee.aGuarantee;
import static com.cargobond.domain.fixture.AnEvent.amended;
import static com.cargobond.domain.fixture.AnEvent.assessed;
import static com.cargobond.domain.fixture.AnEvent.declared;
import static com.cargobond.domain.fixture.AnEvent.demandDecided;
import static com.cargobond.domain.fixture.AnEvent.demandPaid;
import static com.cargobond.domain.fixture.AnEvent.demanded;
import static com.cargobond.domain.fixture.AnEvent.departed;
import static com.cargobond.domain.fixture.AnEvent.inspected;
import static com.cargobond.domain.fixture.AnEvent.paid;
import static com.cargobond.domain.fixture.AnEvent.released;
import static com.cargobond.domain.fixture.AnEvent.reversed;
import static com.cargobond.domain.fixture.AnEvent.stillUnmatched;
import static com.cargobond.domain.fixture.Taken.nothing;
import static com.cargobond.domain.fixture.Taken.reserved;
import static com.cargobond.store.ledger.AChange.aChange;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.fixture.AGuarantee;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.fixture.Taken;
import com.cargobond.domain.guarantee.Demand;
import com.cargobond.domain.guarantee.DemandStatus;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.Position;
import com.cargobond.domain.identity.HouseWaybill;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.ledger.Outcome;
import com.cargobond.domain.ledger.Outcome.Applied;
import com.cargobond.domain.ledger.Outcome.Quarantined;
import com.cargobond.domain.ledger.Outcome.Repeated;
import com.cargobond.domain.ledger.QuarantineCode;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.domain.shipment.Shipment;
import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.guarantee.GuaranteeLedger;
import com.cargobond.store.ledger.CommitResult.Committed;
import com.cargobond.store.ledger.EventLedger.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of groups of events on any ledger. */
public abstract class EventLedgerContract {

  private static final ItemKey TERMS =
      new ItemKey(LedgerTable.GUARANTEES, "GUARANTEE#G-1", "TERMS");

  private WatchedLedger ledger;
  private EventLedger events;

  /** A ledger on which nothing was written. */
  protected abstract Ledger newLedger();

  @BeforeEach
  void begin() {
    ledger = new WatchedLedger(newLedger());
    events = new EventLedger(ledger);
  }

  @Test
  void applies_a_group_in_one_transaction() {
    register(aGuarantee().active());

    Progress progress =
        apply(
            declared("100.00"),
            released(),
            assessed("100.00"),
            paid("40.00"),
            declared("50.00").about("HAWB-2"));

    assertThat(progress.failure()).isEmpty();
    assertThat(progress.outcomes()).hasSize(5).allMatch(Applied.class::isInstance);
    assertThat(taken()).isEqualTo(reserved("110.00"));
    assertThat(ledger.commits).hasSize(1);
    assertThat(shipment("HAWB-1").history()).hasSize(4);
    assertThat(Asked.of(ledger).openHolds(new GuaranteeId("G-1"), 10, Optional.empty()).items())
        .hasSize(2);
  }

  @Test
  void moves_nothing_when_the_same_events_are_delivered_again() {
    register(aGuarantee().active());
    apply(declared("100.00"), released());
    Shipment before = shipment("HAWB-1");

    Progress progress = apply(declared("100.00"), released());

    assertThat(progress.outcomes()).containsExactly(new Repeated(), new Repeated());
    assertThat(taken()).isEqualTo(reserved("100.00"));
    assertThat(shipment("HAWB-1")).isEqualTo(before);
    assertThat(ledger.commits).hasSize(1);
  }

  @Test
  void acknowledges_a_repetition_within_a_group() {
    register(aGuarantee().active());

    Progress progress = apply(declared("100.00"), declared("100.00"));

    assertThat(progress.outcomes().getLast()).isEqualTo(new Repeated());
    assertThat(taken()).isEqualTo(reserved("100.00"));
  }

  @Test
  void quarantines_an_id_that_comes_again_with_another_payload() {
    register(aGuarantee().active());
    apply(declared("100.00").id("E-1"));

    Progress progress = apply(declared("200.00").id("E-1"));

    assertThat(progress.outcomes()).containsExactly(idReused());
    assertThat(taken()).isEqualTo(reserved("100.00"));
    assertThat(quarantined()).containsExactly(declared("200.00").id("E-1").event());
  }

  @Test
  void quarantines_an_id_that_comes_again_for_another_shipment() {
    register(aGuarantee().active());
    apply(declared("100.00").id("E-1"));

    Progress progress =
        apply(declared("100.00").id("E-1").about("HAWB-2"), released().about("HAWB-2"));

    assertThat(progress.outcomes().getFirst()).isEqualTo(idReused());
    assertThat(progress.outcomes().getLast()).isInstanceOf(Applied.class);
    assertThat(taken()).isEqualTo(reserved("100.00"));
    assertThat(shipment("HAWB-2").history()).hasSize(1);
  }

  @Test
  void quarantines_an_id_that_two_shipments_of_one_group_contend_for() {
    register(aGuarantee().active());

    Progress progress =
        apply(declared("100.00").id("E-1"), declared("100.00").id("E-1").about("HAWB-2"));

    assertThat(progress.failure()).isEmpty();
    assertThat(progress.outcomes().getFirst()).isInstanceOf(Applied.class);
    assertThat(progress.outcomes().getLast()).isEqualTo(idReused());
    assertThat(taken()).isEqualTo(reserved("100.00"));
  }

  @Test
  void quarantines_once_what_is_delivered_twice_in_one_group() {
    register(aGuarantee().active());

    Progress progress =
        apply(
            declared("100.00").id("E-1"),
            declared("200.00").id("E-1"),
            declared("200.00").id("E-1"),
            declared("300.00").id("E-1"));

    assertThat(progress.failure()).isEmpty();
    assertThat(progress.outcomes()).hasSize(4).endsWith(idReused(), idReused(), idReused());
    assertThat(quarantined()).hasSize(2);
  }

  @Test
  void quarantines_a_demand_whose_id_belongs_to_another_shipment() {
    register(aGuarantee().active());
    apply(declared("100.00"), demanded("100.00"));

    Progress progress = apply(declared("50.00").about("HAWB-2"), demanded("50.00").about("HAWB-2"));

    assertThat(progress.outcomes().getLast()).isEqualTo(idReused());
    assertThat(taken()).isEqualTo(reserved("50.00").demanded("100.00"));
  }

  @Test
  void quarantines_a_demand_that_two_shipments_of_one_group_contend_for() {
    register(aGuarantee().active());

    Progress progress =
        apply(
            declared("100.00"),
            declared("50.00").about("HAWB-2"),
            demanded("100.00"),
            demanded("50.00").about("HAWB-2"));

    assertThat(progress.failure()).isEmpty();
    assertThat(progress.outcomes().getLast()).isEqualTo(idReused());
    assertThat(taken()).isEqualTo(reserved("50.00").demanded("100.00"));
  }

  @Test
  void lets_customs_correct_a_demand_within_a_group() {
    register(aGuarantee().active());

    Progress progress =
        apply(
            declared("100.00"),
            demanded("60.00"),
            demanded("80.00").at("2026-06-20T11:00:00+08:00"));

    assertThat(progress.failure()).isEmpty();
    assertThat(taken()).isEqualTo(reserved("20.00").demanded("80.00"));
    assertThat(demands()).hasSize(1);
  }

  @Test
  void keeps_the_list_of_demands() {
    register(aGuarantee().active());
    apply(declared("100.00"), demanded("60.00"), demanded("30.00").demand("D-2"));
    assertThat(demands())
        .extracting(Demand::status)
        .containsExactly(DemandStatus.RECEIVED, DemandStatus.RECEIVED);

    apply(demandDecided("COMPLY"), demandPaid(), demandDecided("REJECT").demand("D-2"));

    assertThat(demands())
        .extracting(Demand::status)
        .containsExactly(DemandStatus.PAID, DemandStatus.REJECTED);
    assertThat(demands().getFirst().paymentRef()).contains("PAY-1");
    assertThat(taken()).isEqualTo(reserved("40.00").claimed("60.00"));
  }

  @Test
  void reads_no_guarantee_for_a_carriers_milestones() {
    apply(departed(), departed().about("HAWB-2"));

    assertThat(ledger.guaranteesRead).isZero();
    assertThat(shipment("HAWB-2").history()).hasSize(1);
  }

  @Test
  void records_a_refusal_where_no_guarantee_is_registered() {
    Progress progress = apply(declared("100.00"));

    assertThat(progress.outcomes()).hasSize(1).allMatch(Applied.class::isInstance);
    assertThat(shipment("HAWB-1").history().getFirst().refusal()).isPresent();
  }

  @Test
  void keeps_what_came_before_a_failure_and_reports_the_rest() {
    register(aGuarantee().active());
    ledger.failAfter(1);
    List<ReceivedEvent> many = manyDeclarations(60);

    Progress progress = events.apply(many);

    assertThat(progress.failure()).isPresent();
    assertThat(progress.outcomes()).isNotEmpty().hasSizeLessThan(60);
    assertThat(position().reserved()).isEqualTo(progress.outcomes().size() * 100L);

    ledger.failAfter(Integer.MAX_VALUE);
    List<ReceivedEvent> rest = many.subList(progress.outcomes().size(), many.size());
    assertThat(events.apply(rest).failure()).isEmpty();
    assertThat(position().reserved()).isEqualTo(6000);
  }

  @Test
  void splits_what_one_transaction_cannot_hold() {
    register(aGuarantee().inSlices(8).active());

    Progress progress = events.apply(manyDeclarations(150));

    assertThat(progress.failure()).isEmpty();
    assertThat(progress.outcomes()).hasSize(150).allMatch(Applied.class::isInstance);
    assertThat(position().reserved()).isEqualTo(15_000);
    assertThat(ledger.commits)
        .hasSizeGreaterThan(1)
        .allMatch(change -> change.writes().itemsAtMost() <= LedgerWrites.ITEMS_MAX);
  }

  @Test
  void reserves_what_takes_the_headroom_of_every_slice() {
    register(aGuarantee().inSlices(64).withLimit("6400.00").active());

    Progress progress = apply(declared("6400.00"));

    assertThat(progress.failure()).isEmpty();
    assertThat(taken()).isEqualTo(reserved("6400.00"));
  }

  @Test
  void moves_a_declaration_between_guarantees_whose_slices_all_give_and_take_headroom() {
    register(aGuarantee().inSlices(64).withLimit("6400.00").active());
    register(
        aGuarantee()
            .withId("G-2")
            .registeredAs("REG-2")
            .inSlices(64)
            .withLimit("6400.00")
            .active());
    String large = BusySlices.inLane(0, 64);
    apply(declared("6400.00").about(large).declaration("223320261000000100"));
    for (int lane = 1; lane < 64; lane++) {
      String small = BusySlices.inLane(lane, 64);
      String declaration = "2233202610000002" + (10 + lane);
      apply(
          declared("100.00").about(small).declaration(declaration).id("D-" + lane),
          released().about(small).declaration(declaration).id("R-" + lane));
    }
    int commits = ledger.commits.size();

    Progress progress =
        apply(
            amended(2, "6400.00")
                .about(large)
                .declaration("223320261000000100")
                .with("registrationNo", "REG-2"));

    assertThat(progress.failure()).isEmpty();
    assertThat(progress.outcomes()).hasSize(1).allMatch(Applied.class::isInstance);
    assertThat(taken()).isEqualTo(reserved("6300.00"));
    Guarantee other = Asked.of(ledger).guarantee(new GuaranteeId("G-2")).orElseThrow().value();
    assertThat(Taken.of(other.position())).isEqualTo(reserved("6400.00"));
    assertThat(other.position().available()).isZero();
    assertThat(ledger.commits.subList(commits, ledger.commits.size()))
        .hasSize(2)
        .allMatch(change -> change.writes().itemsAtMost() <= LedgerWrites.ITEMS_MAX);
    assertThat(ledger.commits.get(commits).causeOf("").decision()).isEqualTo("MOVE_HEADROOM");
  }

  @Test
  void applies_a_declaration_for_which_as_many_demands_wait_as_may() {
    register(aGuarantee().active());
    for (int i = 0; i < Shipment.DEMANDS_MAX; i++) {
      applyAlone(demanded("100.00").demand("D-" + i));
    }
    assertThat(demandsUpTo(100)).isEmpty();
    AnEvent declaration = declared("50.00");

    applyAlone(declaration);

    assertThat(shipment("HAWB-1").recorded(declaration.event())).isPresent();
    assertThat(demandsUpTo(100))
        .extracting(demand -> demand.id().value())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, Shipment.DEMANDS_MAX).mapToObj(i -> "D-" + i).toList());
  }

  @Test
  void applies_a_tax_notice_on_which_many_receipts_wait_that_a_person_must_see_to() {
    register(aGuarantee().active());
    applyAlone(declared("100.00"));
    for (int i = 0; i < 80; i++) {
      String receipt = "TR-" + i;
      applyAlone(paid("1.00").receipt(receipt));
      applyAlone((i % 2 == 0 ? paid("2.00") : reversed("3.00")).receipt(receipt));
    }
    applyAlone(stillUnmatched("2026-09-01"));
    assertThat(matters()).isEqualTo(Map.of("FACT_UNMATCHED", 160));
    AnEvent notice = assessed("100.00");

    applyAlone(notice);

    assertThat(shipment("HAWB-1").recorded(notice.event())).isPresent();
    assertThat(matters())
        .isEqualTo(Map.of("RECEIPT_CONTRADICTED", 40, "REVERSED_MORE_THAN_PAID", 40));
  }

  @Test
  void reads_again_when_somebody_else_wrote_in_between() {
    register(aGuarantee().active());
    ledger.beforeNextCommit(
        () -> new EventLedger(ledger.inner).apply(received(declared("30.00").about("HAWB-2"))));

    Progress progress = apply(declared("100.00"));

    assertThat(progress.failure()).isEmpty();
    assertThat(taken()).isEqualTo(reserved("130.00"));
  }

  @Test
  void decides_again_when_the_guarantee_was_suspended_in_between() {
    register(aGuarantee().inSlices(4).active());
    ledger.beforeNextCommit(
        () ->
            new GuaranteeLedger(ledger.inner)
                .change(
                    new GuaranteeId("G-1"),
                    Guarantee::suspend,
                    Cause.of("test", "STEP", AChange.AT)));

    apply(declared("100.00"));

    assertThat(taken()).isEqualTo(nothing());
    assertThat(shipment("HAWB-1").history().getFirst().refusal()).isPresent();
  }

  @Test
  void gives_up_when_somebody_else_writes_every_time() {
    register(aGuarantee().active());
    ledger.conflictAlways = true;

    Progress progress = apply(declared("100.00"));

    assertThat(progress.outcomes()).isEmpty();
    assertThat(progress.failure()).containsInstanceOf(BusyLedger.class);
    assertThat(taken()).isEqualTo(nothing());
  }

  @Test
  void ends_in_the_sum_of_all_writers_on_one_guarantee() throws Exception {
    register(aGuarantee().inSlices(8).withLimit("1000.00").active());

    List<Progress> all = together(writers(4, 10));

    assertThat(all).allMatch(progress -> progress.failure().isEmpty());
    assertThat(position().reserved()).isEqualTo(4 * 10 * 100L);
    assertThat(position().limit()).isEqualTo(100_000);
    assertThat(Asked.of(ledger).guarantee(new GuaranteeId("G-1")).orElseThrow().value().slices())
        .noneMatch(Position::overCommitted);
  }

  @Test
  void never_over_commits_a_guarantee_by_writing_its_slices_together() throws Exception {
    register(aGuarantee().inSlices(4).withLimit("25.00").active());

    together(writers(4, 10));

    assertThat(position().reserved()).isEqualTo(2500);
    assertThat(position().available()).isZero();
  }

  @Test
  void works_and_sums_in_eight_slices() {
    register(aGuarantee().inSlices(8).withLimit("100.00").active());

    events.apply(manyDeclarations(100));

    assertThat(position()).isEqualTo(new Position(10_000, 10_000, 0, 0, 0, 0));
  }

  @Test
  void lets_a_command_that_was_announced_go_first_and_then_writes() {
    register(aGuarantee().active());
    AStandingClock clock = new AStandingClock();
    Instant end = clock.instant().plusSeconds(2);
    ledger.announce(TERMS, end);

    Progress progress = waiting(clock).apply(received(declared("100.00")));

    assertThat(progress.failure()).isEmpty();
    assertThat(taken()).isEqualTo(reserved("100.00"));
    assertThat(clock.instant()).isEqualTo(end);
    assertThat(clock.pauses()).isGreaterThan(Attempts.MAX);
  }

  @Test
  void waits_no_longer_than_one_announcement_whatever_is_announced() {
    register(aGuarantee().active());
    AStandingClock clock = new AStandingClock();
    Instant start = clock.instant();
    ledger.announce(TERMS, start.plusSeconds(3600));

    Progress progress = waiting(clock).apply(received(declared("100.00")));

    assertThat(progress.failure()).isEmpty();
    assertThat(clock.instant()).isEqualTo(start.plus(Ledger.ANNOUNCED_FOR));
  }

  @Test
  void waits_for_no_command_where_the_guarantee_is_not_written() {
    register(aGuarantee().active());
    apply(declared("100.00"));
    AStandingClock clock = new AStandingClock();
    ledger.announce(TERMS, clock.instant().plusSeconds(2));

    waiting(clock).apply(received(departed(), inspected()));

    assertThat(clock.pauses()).isZero();
    assertThat(shipment("HAWB-1").history()).hasSize(3);
  }

  private EventLedger waiting(AStandingClock clock) {
    return new EventLedger(ledger, clock.backoff(), clock);
  }

  private List<Callable<Progress>> writers(int count, int shipments) {
    return IntStream.range(0, count)
        .<Callable<Progress>>mapToObj(
            writer ->
                () -> {
                  EventLedger own = new EventLedger(ledger.inner);
                  List<Outcome> outcomes = new ArrayList<>();
                  for (int i = 0; i < shipments; i++) {
                    List<ReceivedEvent> one =
                        received(declared("1.00").about("HAWB-" + writer + "-" + i));
                    Progress progress = own.apply(one);
                    while (progress.failure().orElse(null) instanceof BusyLedger) {
                      progress = own.apply(one);
                    }
                    if (progress.failure().isPresent()) {
                      return progress;
                    }
                    outcomes.addAll(progress.outcomes());
                  }
                  return new Progress(outcomes, Optional.empty());
                })
        .toList();
  }

  private static List<Progress> together(List<Callable<Progress>> writers) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(writers.size())) {
      List<Progress> all = new ArrayList<>();
      for (Future<Progress> done : threads.invokeAll(writers)) {
        all.add(done.get());
      }
      return all;
    }
  }

  private static List<ReceivedEvent> manyDeclarations(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> declared("1.00").about("HAWB-" + i).accepted())
        .toList();
  }

  private void register(Guarantee guarantee) {
    AChange change = aChange().creating(guarantee);
    guarantee
        .registrationNo()
        .ifPresent(number -> change.claiming(Claim.once(number.alias(), guarantee.id().value())));
    assertThat(ledger.inner.commit(change.build())).isEqualTo(new Committed());
  }

  private Progress apply(AnEvent... group) {
    return events.apply(received(group));
  }

  private void applyAlone(AnEvent event) {
    Progress progress = apply(event);
    assertThat(progress.failure()).isEmpty();
    assertThat(progress.outcomes()).singleElement().isInstanceOf(Applied.class);
  }

  private static List<ReceivedEvent> received(AnEvent... group) {
    return Arrays.stream(group).map(AnEvent::accepted).toList();
  }

  private static Outcome idReused() {
    return new Quarantined(QuarantineCode.ID_REUSED);
  }

  private List<ShipmentEvent> quarantined() {
    return ledger
        .openExceptions(Optional.empty())
        .filter(exception -> exception.kind().equals(OpenException.EVENT))
        .flatMap(exception -> ledger.setAside(exception, 100, Optional.empty()).items().stream())
        .map(aside -> ((OpenException.Content.Event) aside.content()).event())
        .toList();
  }

  private List<Demand> demands() {
    return demandsUpTo(10);
  }

  private List<Demand> demandsUpTo(int limit) {
    return Asked.of(ledger).demands(new GuaranteeId("G-1"), limit, Optional.empty()).items();
  }

  /** How many matters a person must see to, by their codes. */
  private Map<String, Integer> matters() {
    return ledger
        .openExceptions(Optional.empty())
        .collect(Collectors.toMap(OpenException::code, OpenException::count));
  }

  private Position position() {
    return Asked.of(ledger.inner)
        .guarantee(new GuaranteeId("G-1"))
        .orElseThrow()
        .value()
        .position();
  }

  private Taken taken() {
    return Taken.of(position());
  }

  private Shipment shipment(String houseWaybill) {
    ShipmentId id = new ShipmentId(AGuarantee.OPERATOR, new HouseWaybill(houseWaybill));
    return Asked.of(ledger).shipments(Set.of(id)).get(id).value();
  }
}
