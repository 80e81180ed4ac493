package com.cargobond.local.sample;

import com.cargobond.local.client.GuaranteeClient;
import com.cargobond.local.client.UnexpectedAnswer;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Plays the sample day against a running system, over HTTP only, and proves what came of it. Played
 * again on the same data it ends in the same position.
 */
public final class SampleRun {

  private static final Duration APPLIED_WITHIN = Duration.ofMinutes(10);

  /** A message may be between two queues at the moment one looks: look again. */
  private static final int EMPTY_IN_A_ROW = 3;

  private final URI baseUrl;
  private final Function<String, String> tokens;
  private final BooleanSupplier queuesAreEmpty;
  private final IntConsumer applied;
  private final PrintStream out;
  private final List<String> violations = new ArrayList<>();

  /**
   * One run.
   *
   * @param baseUrl the address of the API, such as {@code http://localhost:8080}
   * @param tokens gives a bearer token for a role; a carrier's carries {@link SampleDay#USCC}
   * @param queuesAreEmpty whether everything that was accepted has been applied
   * @param applied is told how many events were applied, before anything is looked at
   * @param out where the report goes
   */
  public SampleRun(
      URI baseUrl,
      Function<String, String> tokens,
      BooleanSupplier queuesAreEmpty,
      IntConsumer applied,
      PrintStream out) {
    this.baseUrl = baseUrl;
    this.tokens = tokens;
    this.queuesAreEmpty = queuesAreEmpty;
    this.applied = applied;
    this.out = out;
  }

  /** Plays the day and says whether everything held. */
  public SampleResult play(SampleDay day) {
    violations.clear();
    int events = day.day().size() + day.evening().size();
    double perSecond = 0;
    SampleReport report = new SampleReport(out);
    try (SampleClient client = new SampleClient(baseUrl, tokens)) {
      Map<SampleGuarantee, GuaranteeClient> guarantees = new EnumMap<>(SampleGuarantee.class);
      for (SampleGuarantee guarantee : SampleGuarantee.values()) {
        guarantees.put(guarantee, GuaranteeClient.open(client, guarantee.application()));
      }
      report.positions("Before the day", guarantees);
      perSecond = events / postAll(day, client);
      applied.accept(events);
      payDemands(day, client, guarantees);
      report.positions("After the day", guarantees);
      List<FoundShipment> shipments =
          Threads.map(day.shipments(), expected -> FoundShipment.read(client, expected));
      report.shipments(shipments);
      verify(day, client, guarantees, shipments);
    } catch (SampleFailure | UnexpectedAnswer failure) {
      violations.add(failure.getMessage());
    }
    out.println();
    out.printf(
        "%,d shipments, %,d events, %d of them with an id used before for something else;"
            + " %.0f events/s from accepted to applied%n",
        day.shipments().size(), events, SampleDay.REUSED_IDS, perSecond);
    report.violations(violations);
    return new SampleResult(violations, events, perSecond);
  }

  /** The seconds from the first event that was posted to the last that was applied. */
  private double postAll(SampleDay day, SampleClient client) {
    BatchPoster poster = new BatchPoster(client, out);
    out.println();
    long startNanos = System.nanoTime();
    violations.addAll(poster.post("Posting the day", day.dayBatches()));
    awaitApplied();
    violations.addAll(poster.post("Posting the evening", day.eveningBatches()));
    awaitApplied();
    return (System.nanoTime() - startNanos) / 1e9;
  }

  private void payDemands(
      SampleDay day, SampleClient client, Map<SampleGuarantee, GuaranteeClient> guarantees) {
    for (ExpectedShipment shipment : day.shipments()) {
      DemandPayment bank = new DemandPayment(client, guarantees.get(shipment.guarantee()).path());
      shipment.demandId().flatMap(bank::pay).ifPresent(violations::add);
    }
    awaitApplied();
  }

  private void awaitApplied() {
    int[] inARow = {0};
    BooleanSupplier settled =
        () -> (inARow[0] = queuesAreEmpty.getAsBoolean() ? inARow[0] + 1 : 0) >= EMPTY_IN_A_ROW;
    if (!BoundedWait.until(settled, APPLIED_WITHIN)) {
      violations.add("events were still waiting after " + APPLIED_WITHIN.toMinutes() + " minutes");
    }
  }

  private void verify(
      SampleDay day,
      SampleClient client,
      Map<SampleGuarantee, GuaranteeClient> guarantees,
      List<FoundShipment> shipments) {
    guarantees.forEach(
        (sample, guarantee) ->
            violations.addAll(
                Conservation.violations(
                    day,
                    sample,
                    SamplePosition.of(guarantee),
                    OpenHolds.read(client, "BANK", guarantee.path() + "/shipments"))));
    shipments.forEach(shipment -> violations.addAll(shipment.violations()));
  }
}
