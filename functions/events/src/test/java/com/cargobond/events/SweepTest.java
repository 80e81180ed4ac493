package com.cargobond.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.deposit.DepositStatus;
import com.cargobond.domain.deposit.RefundId;
import com.cargobond.domain.deposit.RefundStatus;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.ledger.Ref;
import com.cargobond.domain.payment.OpeningHours;
import com.cargobond.store.deployment.EventFunction;
import com.cargobond.store.ledger.BusinessDate;
import com.cargobond.store.ledger.Deadline;
import com.cargobond.store.ledger.Ledger;
import com.cargobond.store.ledger.Page;
import com.cargobond.store.memory.InMemoryLedger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What nobody else comes back to is seen to, whatever goes wrong with a part of it. */
class SweepTest {

  private static final String NOON = "2026-03-20T04:00:00Z";

  private final InMemoryLedger ledger = new InMemoryLedger();
  private final Deposits deposits = new Deposits(ledger);
  private final AClock clock = AClock.at(NOON);

  @Test
  void every_open_refund_is_seen_over_a_few_runs() {
    Set<RefundId> open = Set.copyOf(deposits.toBeRefunded(600));
    Set<RefundId> seen = new HashSet<>();

    for (long seed = 1; seed <= 4; seed++) {
      List<RefundId> inThisRun = new ArrayList<>();
      sweep(inThisRun::add, seed).sweep(Map.of());

      assertThat(inThisRun).hasSize(RefundSweep.REFUNDS_MAX).doesNotHaveDuplicates();
      seen.addAll(inThisRun);
    }

    assertThat(seen).isEqualTo(open);
  }

  @Test
  void a_run_that_has_room_for_all_sees_each_once_wherever_it_begins() {
    List<RefundId> open = deposits.toBeRefunded(250);

    for (long seed = 1; seed <= 20; seed++) {
      List<RefundId> seen = new ArrayList<>();

      assertThat(sweep(seen::add, seed).sweep(Map.of()).refunds()).isEqualTo(250);
      assertThat(seen).containsExactlyInAnyOrderElementsOf(open);
    }
  }

  @Test
  void two_runs_at_once_pay_each_refund_once() throws Exception {
    List<RefundId> open = deposits.toBeRefunded(40);
    try (ABank bank = new ABank();
        ExecutorService runs = Executors.newVirtualThreadPerTaskExecutor()) {
      bank.onPay(ABank.answering(200, "{\"status\": \"SETTLED\"}"));
      RefundPayments payments =
          new RefundPayments(
              deposits.desk(),
              bank.payments(Duration.ofMinutes(1)),
              OpeningHours.always(),
              clock,
              () -> new Uetr(UUID.randomUUID().toString()));
      Callable<SweepResult> run = () -> sweep(payments::seeTo, 1).sweep(Map.of());

      List<Future<SweepResult>> both = Stream.of(run, run).map(runs::submit).toList();
      both.forEach(SweepTest::await);

      assertThat(open)
          .allMatch(refund -> deposits.refund(refund).status() == RefundStatus.REFUNDED);
      assertThat(bank.paid().stream().map(ABank.Call::idempotencyKey).distinct()).hasSize(40);
    }
  }

  @Test
  void deadlines_pass_while_the_bank_is_silent() {
    deposits.toBeRefunded(20);
    deposits.tell("DEP-IDLE", AnEvent.depositTaken("1000.00"));

    SweepResult result =
        sweep(
                refund -> {
                  throw new NoAnswer("the bank did not answer", null);
                },
                1,
                "2027-03-02")
            .sweep(Map.of());

    assertThat(deposits.deposit("DEP-IDLE").status()).isEqualTo(DepositStatus.DORMANT);
    assertThat(result).isEqualTo(new SweepResult(RefundSweep.SILENCES_MAX, 1));
  }

  @Test
  void a_run_ends_by_itself_before_the_function_is_stopped() {
    deposits.toBeRefunded(100);
    Instant start = clock.instant();

    SweepResult result = sweep(refund -> clock.pass(Duration.ofSeconds(20)), 1).sweep(Map.of());

    assertThat(Duration.between(start, clock.instant())).isLessThan(EventFunction.SWEEP.timeout());
    assertThat(result.refunds()).isEqualTo(12);
  }

  @Test
  void a_refund_that_fails_does_not_keep_the_others_waiting() {
    List<RefundId> open = deposits.toBeRefunded(20);
    List<RefundId> seen = new ArrayList<>();

    sweep(
            refund -> {
              seen.add(refund);
              throw new IllegalStateException("this one cannot be paid");
            },
            1)
        .sweep(Map.of());

    assertThat(seen).containsExactlyInAnyOrderElementsOf(open);
  }

  @Test
  void a_deadline_that_fails_does_not_keep_the_others_waiting() {
    deposits.tell("DEP-IDLE", AnEvent.depositTaken("1000.00"));
    Deadline broken = new Deadline(LocalDate.parse("2027-03-01"), new Ref("GUARANTEE", "G-LOST"));

    SweepResult result = sweep(preceded(broken), refund -> {}, 1, "2027-03-02").sweep(Map.of());

    assertThat(result.deadlines()).isEqualTo(2);
    assertThat(deposits.deposit("DEP-IDLE").status()).isEqualTo(DepositStatus.DORMANT);
  }

  private Sweep sweep(Consumer<RefundId> nextStep, long seed) {
    return sweep(nextStep, seed, "none");
  }

  private Sweep sweep(Consumer<RefundId> nextStep, long seed, String today) {
    return sweep(ledger, nextStep, seed, today);
  }

  private Sweep sweep(Ledger swept, Consumer<RefundId> nextStep, long seed, String today) {
    return new Sweep(
        swept,
        nextStep,
        new BusinessDate(Optional.of(today)),
        clock,
        () -> Sweep.anywhere(new Random(seed)));
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

  private static void await(Future<SweepResult> run) {
    try {
      run.get();
    } catch (ExecutionException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
