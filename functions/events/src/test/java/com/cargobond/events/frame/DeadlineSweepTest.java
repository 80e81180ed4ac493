package com.cargobond.events.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.deposit.DepositStatus;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.ledger.Ref;
import com.cargobond.events.fixture.AClock;
import com.cargobond.events.fixture.Deposits;
import com.cargobond.store.ledger.BusinessDate;
import com.cargobond.store.ledger.CommitResult;
import com.cargobond.store.ledger.CommitResult.Conflicted;
import com.cargobond.store.ledger.Deadline;
import com.cargobond.store.ledger.Ledger;
import com.cargobond.store.ledger.LedgerChange;
import com.cargobond.store.ledger.Page;
import com.cargobond.store.memory.InMemoryLedger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No deadline waits for ever because of others that stand before it. */
class DeadlineSweepTest {

  private static final LocalDate TODAY = LocalDate.parse("2027-03-02");
  private static final Instant NEVER = Instant.parse("2099-01-01T00:00:00Z");

  private final InMemoryLedger ledger = new InMemoryLedger();
  private final AClock clock = AClock.at("2027-03-02T04:00:00Z");

  @Test
  void more_deadlines_that_fail_than_one_run_sees_keep_another_waiting_for_one_run() {
    await(deadlines("GUARANTEE", "G-LOST-", 600));
    Deposits deposits = new Deposits(ledger);
    deposits.tell("DEP-IDLE", AnEvent.depositTaken("1000.00"));
    DeadlineSweep sweep = beginningAt(TODAY.minusDays(300));

    assertThat(sweep.run(TODAY, NEVER)).isEqualTo(DeadlineSweep.DEADLINES_MAX);
    assertThat(sweep.run(TODAY, NEVER)).isEqualTo(101);

    assertThat(deposits.deposit("DEP-IDLE").status()).isEqualTo(DepositStatus.DORMANT);
    assertThat(standing(TODAY)).isEmpty();
    assertThat(standing(TODAY.plusDays(1))).hasSize(600);
  }

  @Test
  void a_run_goes_on_where_the_one_before_ended_when_what_it_saw_stays_as_it_was() {
    List<Deadline> busy = deadlines("DEPOSIT", "DEP-", 600);
    await(busy);
    Set<Deadline> tried = new HashSet<>();
    DeadlineSweep sweep =
        sweep(writtenByOthers(tried), TODAY.toString(), today -> deadline(today, 300));

    sweep.run(TODAY, NEVER);
    assertThat(tried).hasSize(DeadlineSweep.DEADLINES_MAX);
    sweep.run(TODAY, NEVER);

    assertThat(tried).isEqualTo(Set.copyOf(busy));
    assertThat(standing(TODAY)).hasSize(600);
  }

  @Test
  void the_first_run_begins_at_any_place() {
    Set<Deadline> starts = new HashSet<>();
    for (int seed = 0; seed < 100; seed++) {
      starts.add(DeadlineSweep.anywhere(TODAY, new Random(seed)));
    }

    assertThat(starts).hasSize(100).noneMatch(start -> start.day().isAfter(TODAY));
    assertThat(starts).extracting(Deadline::day).contains(TODAY, TODAY.minusDays(6));
  }

  @Test
  void one_that_fails_does_not_keep_the_others_waiting() {
    Deposits deposits = new Deposits(ledger);
    deposits.tell("DEP-IDLE", AnEvent.depositTaken("1000.00"));
    Deadline broken = new Deadline(LocalDate.parse("2027-03-01"), new Ref("GUARANTEE", "G-LOST"));

    assertThat(sweeping(preceded(broken)).run(NEVER)).isEqualTo(2);

    assertThat(deposits.deposit("DEP-IDLE").status()).isEqualTo(DepositStatus.DORMANT);
  }

  @Test
  void none_is_begun_after_the_end() {
    await(deadlines("GUARANTEE", "G-LOST-", 300));
    Duration each = Duration.ofSeconds(5);

    assertThat(sweeping(taking(each)).run(clock.instant().plus(Duration.ofMinutes(2))))
        .isEqualTo(24);
  }

  @Test
  void none_passes_where_no_day_does() {
    await(deadlines("GUARANTEE", "G-LOST-", 100));

    assertThat(sweep(ledger, "none", today -> deadline(today, 0)).run(NEVER)).isZero();
  }

  private DeadlineSweep sweeping(Ledger swept) {
    return sweep(swept, TODAY.toString(), today -> DeadlineSweep.anywhere(today, new Random(1)));
  }

  private DeadlineSweep sweep(Ledger swept, String today, Function<LocalDate, Deadline> start) {
    return new DeadlineSweep(swept, new BusinessDate(Optional.of(today)), clock, start);
  }

  private DeadlineSweep beginningAt(LocalDate day) {
    return sweep(ledger, TODAY.toString(), today -> new Deadline(day, new Ref("SHIPMENT", "")));
  }

  /** The ledger, on which this deadline stands before the others. */
  private Ledger preceded(Deadline first) {
    return new Ledger(ledger.items(), ledger.stored()) {
      @Override
      public Page<Deadline> deadlines(LocalDate until, int limit, Optional<String> after) {
        Page<Deadline> others = super.deadlines(until, limit, after);
        return new Page<>(
            Stream.concat(Stream.of(first), others.items().stream()).toList(), others.after());
      }
    };
  }

  private static List<Deadline> deadlines(String kind, String prefix, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> new Deadline(LocalDate.parse("2026-06-01"), new Ref(kind, prefix + (1000 + i))))
        .toList();
  }

  private static Deadline deadline(LocalDate today, int number) {
    return deadlines("DEPOSIT", "DEP-", number + 1).getLast();
  }

  private List<Deadline> standing(LocalDate until) {
    return Stream.iterate(
            ledger.deadlines(until, 100, Optional.empty()),
            page -> page != null,
            page ->
                page.after().map(after -> ledger.deadlines(until, 100, page.after())).orElse(null))
        .flatMap(page -> page.items().stream())
        .toList();
  }

  private void await(List<Deadline> deadlines) {
    for (int i = 0; i < deadlines.size(); i += 100) {
      ledger.commit(
          LedgerChange.because(Cause.of("test", "AWAIT", clock.instant()))
              .awaiting(deadlines.subList(i, i + 100))
              .build());
    }
  }

  /** The ledger, on which somebody else always writes first. */
  private Ledger writtenByOthers(Set<Deadline> tried) {
    return new Ledger(ledger.items(), ledger.stored()) {
      @Override
      public CommitResult commit(LedgerChange change) {
        tried.addAll(change.passed());
        return new Conflicted();
      }
    };
  }

  /** The ledger, on which each commit takes its time. */
  private Ledger taking(Duration time) {
    return new Ledger(ledger.items(), ledger.stored()) {
      @Override
      public CommitResult commit(LedgerChange change) {
        clock.pass(time);
        return super.commit(change);
      }
    };
  }
}
