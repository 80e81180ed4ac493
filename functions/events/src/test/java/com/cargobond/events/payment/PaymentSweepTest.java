package com.cargobond.events.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.deposit.RefundId;
import com.cargobond.domain.deposit.RefundStatus;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.fixture.Freight;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.payment.PaymentId;
import com.cargobond.events.fixture.ABank;
import com.cargobond.events.fixture.AClock;
import com.cargobond.events.fixture.Deposits;
import com.cargobond.events.fixture.LoggedLines;
import com.cargobond.events.fixture.OwedFreight;
import com.cargobond.store.deployment.LogField;
import com.cargobond.store.fixture.StoredFreight;
import com.cargobond.store.memory.InMemoryLedger;
import com.cargobond.store.payment.OwedPayment;
import com.cargobond.store.payment.PaymentLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every open payment is seen to, whoever owes it and whatever goes wrong with others. */
class PaymentSweepTest {

  private static final String NOON = "2026-03-20T04:00:00Z";
  private static final Instant NEVER = Instant.parse("2099-01-01T00:00:00Z");

  @RegisterExtension
  private final LoggedLines<String> ages =
      LoggedLines.of(
          RailRun.class,
          line ->
              "%s %s %s"
                  .formatted(
                      line.getLevel().getName(),
                      MDC.get(LogField.RAIL),
                      MDC.get(LogField.OLDEST_PENDING_SECONDS)));

  @RegisterExtension
  private final LoggedLines<String> left =
      LoggedLines.of(
          PaymentSweep.class, line -> line.getLevel().getName() + " " + MDC.get(LogField.RAIL));

  private final InMemoryLedger ledger = new InMemoryLedger(StoredFreight.BESIDE_DEPOSITS);
  private final Deposits deposits = new Deposits(ledger);
  private final OwedFreight freight = new OwedFreight(ledger);
  private final AClock clock = AClock.at(NOON);

  @Test
  void every_open_payment_is_seen_over_a_few_runs() {
    Set<PaymentId> open = Set.copyOf(owedBySome(300));
    Set<PaymentId> seen = new HashSet<>();

    for (long seed = 1; seed <= 4; seed++) {
      List<PaymentId> inThisRun = new ArrayList<>();
      sweep(noting(inThisRun), seed).run(NEVER);

      assertThat(inThisRun).hasSize(PaymentSweep.PAYMENTS_MAX).doesNotHaveDuplicates();
      seen.addAll(inThisRun);
    }

    assertThat(seen).isEqualTo(open);
  }

  @Test
  void a_run_that_has_room_for_all_sees_each_once_wherever_it_begins() {
    List<PaymentId> open = owedBySome(125);

    for (long seed = 1; seed <= 20; seed++) {
      List<PaymentId> seen = new ArrayList<>();

      assertThat(sweep(noting(seen), seed).run(NEVER)).isEqualTo(250);
      assertThat(seen).containsExactlyInAnyOrderElementsOf(open);
    }
  }

  @Test
  void a_run_begins_anywhere_among_payments_of_any_sort() {
    Set<String> prefixes = new HashSet<>();
    Set<Character> digits = new HashSet<>();
    for (long seed = 1; seed <= 200; seed++) {
      String place = PaymentSweep.anywhere(List.of("RF-", "FR-"), new Random(seed));
      prefixes.add(place.substring(0, 3));
      digits.add(place.charAt(3));
    }

    assertThat(prefixes).containsExactlyInAnyOrder("RF-", "FR-");
    assertThat(digits).hasSize(16);
  }

  @Test
  void two_runs_at_once_pay_each_refund_once() throws Exception {
    List<RefundId> open = deposits.toBeRefunded(40);
    try (ABank bank = new ABank();
        ExecutorService runs = Executors.newVirtualThreadPerTaskExecutor()) {
      bank.onPay(ABank.answering(200, "{\"status\": \"SETTLED\"}"));
      Payments payments =
          new Payments(
              new PaymentLedger(ledger),
              rail -> bank.rail(Duration.ofMinutes(1)),
              clock,
              () -> new Uetr(UUID.randomUUID().toString()));
      Callable<Integer> run = () -> sweep(payments::seeTo, 1).run(NEVER);

      List<Future<Integer>> both = Stream.of(run, run).map(runs::submit).toList();
      both.forEach(PaymentSweepTest::await);

      assertThat(open)
          .allMatch(refund -> deposits.refund(refund).status() == RefundStatus.REFUNDED);
      assertThat(bank.paid().stream().map(ABank.Call::idempotencyKey).distinct()).hasSize(40);
    }
  }

  @Test
  void a_rail_that_is_silent_again_and_again_is_asked_no_more_in_this_run() {
    owedBySome(10);

    assertThat(sweep(PaymentSweepTest::silence, 1).run(NEVER)).isEqualTo(RailRun.SILENCES_MAX);
    assertThat(left.all()).hasSize(RailRun.SILENCES_MAX).containsOnly("WARN BANK");
  }

  @Test
  void a_rail_that_speaks_now_and_then_is_asked_about_all() {
    owedBySome(10);
    List<PaymentId> seen = new ArrayList<>();

    int count =
        sweep(
                owed -> {
                  seen.add(owed.id());
                  if (seen.size() % RailRun.SILENCES_MAX != 0) {
                    silence(owed);
                  }
                },
                1)
            .run(NEVER);

    assertThat(count).isEqualTo(20);
  }

  @Test
  void none_is_begun_after_the_end() {
    deposits.toBeRefunded(100);

    int seen =
        sweep(owed -> clock.pass(Duration.ofSeconds(20)), 1)
            .run(clock.instant().plus(Duration.ofMinutes(4)));

    assertThat(seen).isEqualTo(12);
  }

  @Test
  void one_that_fails_does_not_keep_the_others_waiting() {
    List<PaymentId> open = owedBySome(10);
    List<PaymentId> seen = new ArrayList<>();

    sweep(
            owed -> {
              seen.add(owed.id());
              throw new IllegalStateException("this one cannot be paid");
            },
            1)
        .run(NEVER);

    assertThat(seen).containsExactlyInAnyOrderElementsOf(open);
    assertThat(left.all()).hasSize(20).containsOnly("ERROR BANK");
  }

  @Test
  void a_run_says_for_how_long_the_oldest_payment_of_a_rail_is_pending() {
    freight.owed("1");
    freight.owed("2");
    freight.change(
        "2",
        one ->
            one.sending(
                Freight.payment("FR-2"),
                new Uetr("b94458f8-1f27-40e9-bf74-b07cbb339439"),
                Instant.parse(NOON)));
    clock.set("2026-03-20T05:00:00Z");

    sweep(owed -> {}, 1).run(NEVER);

    assertThat(ages.all()).containsExactly("INFO BANK " + Duration.ofHours(4).toSeconds());
  }

  @Test
  void what_is_pending_for_days_is_a_warning() {
    freight.owed("1");
    clock.set("2026-03-24T00:59:59Z");
    sweep(owed -> {}, 1).run(NEVER);
    clock.set("2026-03-24T01:00:00Z");
    sweep(owed -> {}, 1).run(NEVER);

    assertThat(ages.all())
        .extracting(line -> line.substring(0, 9))
        .containsExactly("INFO BANK", "WARN BANK");
  }

  @Test
  void a_rail_that_nothing_is_pending_of_is_not_spoken_of() {
    deposits.toBeRefunded("DEP-1");
    deposits.tell("DEP-1", AnEvent.frozen("C1"));

    assertThat(sweep(owed -> {}, 1).run(NEVER)).isOne();

    assertThat(ages.all()).isEmpty();
  }

  /** As many refunds as that, and as much freight. */
  private List<PaymentId> owedBySome(int ofEach) {
    return Stream.<PaymentId>concat(
            deposits.toBeRefunded(ofEach).stream(), freight.owed(ofEach).stream())
        .toList();
  }

  private static Consumer<OwedPayment<?>> noting(List<PaymentId> seen) {
    return owed -> seen.add(owed.id());
  }

  private static void silence(OwedPayment<?> owed) {
    throw new NoAnswer("the bank did not answer", null);
  }

  private PaymentSweep sweep(Consumer<OwedPayment<?>> nextStep, long seed) {
    return new PaymentSweep(new PaymentLedger(ledger), nextStep, clock, () -> new Random(seed));
  }

  private static void await(Future<Integer> run) {
    try {
      run.get();
    } catch (ExecutionException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
