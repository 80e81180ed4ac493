package com.cargobond.events;

import com.cargobond.store.deployment.EventFunction;
import com.cargobond.store.guarantee.Recheck;
import com.cargobond.store.ledger.BusyLedger;
import com.cargobond.store.ledger.Ledger;
import com.cargobond.store.shipment.RefusalLedger;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** Asks again what guarantees refused before they changed, as much as one run has time for. */
final class RefusalSweep {

  private static final Logger LOG = Logger.getLogger(RefusalSweep.class);

  private final RefusalLedger desk;
  private final Clock clock;

  RefusalSweep(Ledger ledger, Clock clock) {
    this.desk = new RefusalLedger(ledger, EventFunction.SWEEP.functionName());
    this.clock = clock;
  }

  /**
   * Runs once: a piece of each guarantee in turn, so that a large one keeps no other waiting.
   *
   * @param end after which no further piece is begun
   */
  void run(Instant end) {
    boolean goesOn = true;
    while (goesOn) {
      List<Recheck> open = desk.open();
      goesOn = false;
      for (Recheck recheck : open) {
        if (!clock.instant().isBefore(end)) {
          return;
        }
        goesOn |= isAsked(recheck);
      }
    }
  }

  /** Whether another piece can follow; one that fails does not keep the others waiting. */
  private boolean isAsked(Recheck recheck) {
    try {
      return desk.askAgain(recheck, clock.instant());
    } catch (BusyLedger passing) {
      LOG.warnf("what %s refused is asked by the next run", recheck.number());
    } catch (RuntimeException failure) {
      LOG.errorf(failure, "what %s refused is asked by the next run", recheck.number());
    }
    return false;
  }
}
