package com.cargobond.local.shipment;

import com.cargobond.local.client.UnexpectedAnswer;
import com.cargobond.local.guarantee.GuaranteeClient;
import com.cargobond.local.guarantee.GuaranteePosition;
import com.cargobond.local.guarantee.SampleGuarantee;
import com.cargobond.local.sample.BatchPoster;
import com.cargobond.local.sample.BoundedWait;
import com.cargobond.local.sample.SampleClient;
import com.cargobond.local.sample.SampleDay;
import com.cargobond.local.sample.SampleFailure;
import com.cargobond.local.sample.SampleSystem;
import com.cargobond.local.sample.Threads;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Plays the sample day against a running system, over HTTP only, and proves what came of it. Played
 * again on the same data it ends in the same position.
 */
public final class ShipmentRun {

  private static final Duration APPLIED_WITHIN = Duration.ofMinutes(10);

  /** A message may be between two queues at the moment one looks: look again. */
  private static final int EMPTY_IN_A_ROW = 3;

  private final SampleSystem system;
  private final PrintStream out;
  private final List<String> violations = new ArrayList<>();

  /** One run against a system. */
  public ShipmentRun(SampleSystem system) {
    this.system = system;
    this.out = system.out();
  }

  /** Plays the bundled day. */
  public static ShipmentResult sample(SampleSystem system) {
    return new ShipmentRun(system).play(ShipmentDay.of(SampleDay.SEED));
  }

  /** Plays the day and says whether everything held. */
  public ShipmentResult play(ShipmentDay day) {
    violations.clear();
    int events = day.day().size() + day.evening().size();
    double perSecond = 0;
    ShipmentReport report = new ShipmentReport(out);
    try (SampleClient client = system.client()) {
      Map<SampleGuarantee, GuaranteeClient> guarantees = new EnumMap<>(SampleGuarantee.class);
      for (SampleGuarantee guarantee : SampleGuarantee.values()) {
        guarantees.put(guarantee, GuaranteeClient.open(client, guarantee.application()));
      }
      report.positions("Before the day", guarantees);
      perSecond = events / postAll(day, client);
      system.applied().accept(events);
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
        day.shipments().size(), events, ShipmentDay.REUSED_IDS, perSecond);
    report.violations(violations);
    return new ShipmentResult(violations, events, perSecond);
  }

  /** The seconds from the first event that was posted to the last that was applied. */
  private double postAll(ShipmentDay day, SampleClient client) {
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
      ShipmentDay day, SampleClient client, Map<SampleGuarantee, GuaranteeClient> guarantees) {
    for (ExpectedShipment shipment : day.shipments()) {
      DemandPayment bank = new DemandPayment(client, guarantees.get(shipment.guarantee()).path());
      shipment.demandId().flatMap(bank::pay).ifPresent(violations::add);
    }
    awaitApplied();
  }

  private void awaitApplied() {
    int[] inARow = {0};
    BooleanSupplier settled =
        () ->
            (inARow[0] = system.queuesAreEmpty().getAsBoolean() ? inARow[0] + 1 : 0)
                >= EMPTY_IN_A_ROW;
    if (!BoundedWait.until(settled, APPLIED_WITHIN)) {
      violations.add("events were still waiting after " + APPLIED_WITHIN.toMinutes() + " minutes");
    }
  }

  private void verify(
      ShipmentDay day,
      SampleClient client,
      Map<SampleGuarantee, GuaranteeClient> guarantees,
      List<FoundShipment> shipments) {
    guarantees.forEach(
        (sample, guarantee) ->
            violations.addAll(
                Conservation.violations(
                    day,
                    sample,
                    GuaranteePosition.of(guarantee),
                    OpenHolds.read(client, "BANK", guarantee.path() + "/shipments"))));
    shipments.forEach(shipment -> violations.addAll(shipment.violations()));
  }
}
