package com.cargobond.store.ledger;

import static com.cargobond.domain.fixture.AnEvent.amended;

import com.cargobond.domain.fixture.AGuarantee;
import com.cargobond.domain.identity.HouseWaybill;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.ledger.ReceivedEvent;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Carriers that never rest: in each round they write every slice of a guarantee once. */
final class BusySlices {

  private final List<String> houseWaybills;
  private final EventLedger writer;
  private int version;
  private int gaveWay;

  BusySlices(Ledger ledger, int slices) {
    this.houseWaybills = IntStream.range(0, slices).mapToObj(i -> inLane(i, slices)).toList();
    this.writer = new EventLedger(ledger, new StandingAside(), InstantSource.system());
  }

  /** How often one of them did not write, because a command goes first. */
  int gaveWay() {
    return gaveWay;
  }

  void writeAll() {
    version++;
    for (int slice = 0; slice < houseWaybills.size(); slice++) {
      EventLedger.Progress progress = writer.apply(List.of(next(slice)));
      if (progress.failure().filter(GaveWay.class::isInstance).isPresent()) {
        gaveWay++;
      } else {
        progress
            .failure()
            .ifPresent(
                failure -> {
                  throw failure;
                });
      }
    }
  }

  private ReceivedEvent next(int slice) {
    return amended(version, (100 + version) + ".00")
        .about(houseWaybills.get(slice))
        .declaration("2233202610000001" + (10 + slice))
        .id("BUSY-" + slice + "-" + version)
        .accepted();
  }

  /** A house waybill that always travels in this lane. */
  static String inLane(int lane, int lanes) {
    List<String> found = new ArrayList<>();
    for (int i = 0; found.isEmpty(); i++) {
      ShipmentId id = new ShipmentId(AGuarantee.OPERATOR, new HouseWaybill("LANE-" + i));
      if (id.lane(lanes) == lane) {
        found.add(id.houseWaybill().value());
      }
    }
    return found.getFirst();
  }

  private static final class GaveWay extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Nobody else writes meanwhile: who waits once would wait until the announcement ends. */
  private static final class StandingAside extends Backoff {
    @Override
    public void pause(int attempt) {
      throw new GaveWay();
    }
  }
}
