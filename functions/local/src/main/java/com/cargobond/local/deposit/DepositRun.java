package com.cargobond.local.deposit;

import com.cargobond.local.sample.BatchPoster;
import com.cargobond.local.sample.BoundedWait;
import com.cargobond.local.sample.Fen;
import com.cargobond.local.sample.SampleBatch;
import com.cargobond.local.sample.SampleClient;
import com.cargobond.local.sample.SampleDay;
import com.cargobond.local.sample.SampleEvent;
import com.cargobond.local.sample.SampleFailure;
import com.cargobond.local.sample.SampleSystem;
import com.cargobond.local.sample.Threads;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Plays deposits against a running system, over HTTP only, and proves where their money is. */
public final class DepositRun {

  /** How many the bundled sample has. */
  public static final int SAMPLE_DEPOSITS = 60;

  /** Every outcome about as often as the others. */
  static final List<DepositOutcome> ALL_OUTCOMES = List.of(DepositOutcome.values());

  /** Those that end in a refund. */
  static final List<DepositOutcome> REFUNDS =
      List.of(
          DepositOutcome.REFUNDED,
          DepositOutcome.REFUNDED,
          DepositOutcome.REFUNDED,
          DepositOutcome.SPLIT,
          DepositOutcome.LIFTED);

  private static final long LOOK_AGAIN_MILLIS = 500;
  private static final Duration WORD_EVERY = Duration.ofMinutes(1);
  private static final String CODES = "  %-26s%6d%n";

  private final SampleClient client;
  private final PrintStream out;
  private final Duration endedWithin;
  private final int repairsMax;
  private final BooleanSupplier bankIsDone;

  private DepositRun(
      SampleClient client,
      PrintStream out,
      Duration endedWithin,
      int repairsMax,
      BooleanSupplier bankIsDone) {
    this.client = client;
    this.out = out;
    this.endedWithin = endedWithin;
    this.repairsMax = repairsMax;
    this.bankIsDone = bankIsDone;
  }

  /**
   * How a run ended.
   *
   * @param refunded what the ledger holds for refunded, in fen by end-to-end id
   * @param violations what is not as it must be, one line each
   */
  public record Result(Map<String, Long> refunded, List<String> violations) {

    /** Whether everything that was expected is true. */
    public boolean held() {
      return violations.isEmpty();
    }
  }

  /** The bundled deposits: some of each outcome. */
  public static Result sample(SampleSystem system) {
    try (SampleClient client = system.client()) {
      return new DepositRun(client, system.out(), Duration.ofMinutes(5), 0, () -> true)
          .play(SAMPLE_DEPOSITS, ALL_OUTCOMES, SampleDay.SEED);
    }
  }

  /**
   * As many deposits that are to be refunded, against a bank that may do anything.
   *
   * @param repairsMax how often operations repair one refund before they leave it as an exception
   * @param bankIsDone whether the bank will tell nothing more
   */
  static Result refunds(
      SampleSystem system, int count, long seed, int repairsMax, BooleanSupplier bankIsDone) {
    try (SampleClient client = system.client()) {
      return new DepositRun(client, system.out(), Duration.ofHours(2), repairsMax, bankIsDone)
          .play(count, REFUNDS, seed);
    }
  }

  private Result play(int count, List<DepositOutcome> outcomes, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<PlannedDeposit> planned =
        IntStream.range(0, count)
            .mapToObj(number -> PlannedDeposit.random(number, outcomes, random))
            .toList();
    List<SampleEvent> events =
        planned.stream().flatMap(deposit -> deposit.events(random).stream()).toList();
    out.println();
    List<String> violations = new ArrayList<>(postOrders(planned));
    violations.addAll(
        new BatchPoster(client, out).post("Posting deposits", SampleBatch.of(events)));
    List<FoundDeposit> found = awaitOver(planned, violations);
    found.forEach(deposit -> violations.addAll(deposit.violations()));
    report(found, violations);
    Map<String, Long> refunded = new TreeMap<>();
    found.forEach(deposit -> refunded.putAll(deposit.refunded()));
    return new Result(refunded, violations);
  }

  private List<String> postOrders(List<PlannedDeposit> planned) {
    List<PlannedDeposit> frozen =
        planned.stream().filter(deposit -> deposit.order().isPresent()).toList();
    List<SampleEvent> orders =
        frozen.stream().flatMap(deposit -> deposit.order().stream()).toList();
    List<String> violations = new BatchPoster(client, out).post("Freezing", SampleBatch.of(orders));
    for (PlannedDeposit deposit : frozen) {
      if (!BoundedWait.until(() -> FoundDeposit.read(client, deposit).isKnown(), endedWithin)) {
        throw new SampleFailure("deposit " + deposit.id() + " is not known");
      }
    }
    return violations;
  }

  /** Asks again for those that are under way, until none is and the bank returns nothing more. */
  private List<FoundDeposit> awaitOver(List<PlannedDeposit> planned, List<String> violations) {
    RefundRepairs repairs = new RefundRepairs(client, out, repairsMax);
    List<PlannedDeposit> open = planned;
    long endNanos = System.nanoTime() + endedWithin.toNanos();
    long nextWordNanos = System.nanoTime();
    while (System.nanoTime() - endNanos < 0) {
      boolean bankWasDone = bankIsDone.getAsBoolean();
      List<FoundDeposit> found = Threads.map(open, deposit -> FoundDeposit.read(client, deposit));
      boolean sawAll = open.size() == planned.size();
      open =
          found.stream()
              .filter(deposit -> !deposit.isOver() || repair(deposit, repairs))
              .map(FoundDeposit::planned)
              .toList();
      if (open.isEmpty() && sawAll && bankWasDone) {
        return found;
      }
      if (open.isEmpty()) {
        // What was paid may have come back since.
        open = planned;
      }
      if (System.nanoTime() - nextWordNanos >= 0) {
        out.printf("Waiting for what becomes of %,d deposits%n", open.size());
        nextWordNanos = System.nanoTime() + WORD_EVERY.toNanos();
      }
      // Thousands are looked at less often: they wait for the machine that looks.
      BoundedWait.millis(Math.max(LOOK_AGAIN_MILLIS, open.size()));
    }
    violations.add(open.size() + " deposits were still under way");
    return Threads.map(planned, deposit -> FoundDeposit.read(client, deposit));
  }

  /** Whether anything is left to be done about the deposit's refunds that wait for an account. */
  private boolean repair(FoundDeposit deposit, RefundRepairs repairs) {
    boolean repaired = false;
    for (String refund : deposit.toRepair()) {
      repaired |= repairs.repair(deposit.planned(), refund);
    }
    return repaired;
  }

  private void report(List<FoundDeposit> found, List<String> violations) {
    out.println();
    out.println("Deposits (" + Fen.CURRENCY + ")");
    for (String figure :
        List.of("received", "held", "inFlight", "refunded", "converted", "forfeited")) {
      out.printf(
          "  %-12s%14s%n",
          figure, Fen.decimal(found.stream().mapToLong(deposit -> deposit.fen(figure)).sum()));
    }
    counts("Their ends", found.stream().map(FoundDeposit::status).toList());
    counts(
        "Their exceptions",
        found.stream().flatMap(deposit -> deposit.exceptions().stream()).toList());
    out.printf(
        "%,d deposits, %,d payment attempts%n",
        found.size(), found.stream().mapToInt(FoundDeposit::attempts).sum());
    violations.forEach(violation -> out.println("VIOLATED: " + violation));
    if (violations.isEmpty()) {
      out.println("In balance: every deposit ended as Customs decided, or an exception says why.");
    }
  }

  private void counts(String title, List<String> codes) {
    out.println(title);
    codes.stream()
        .collect(Collectors.groupingBy(code -> code, TreeMap::new, Collectors.counting()))
        .forEach((code, count) -> out.printf(CODES, code, count));
  }
}
