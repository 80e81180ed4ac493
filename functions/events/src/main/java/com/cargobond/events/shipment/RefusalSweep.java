package com.cargobond.events.shipment;

import com.cargobond.events.frame.FunctionLedger;
import com.cargobond.events.frame.SweepPart;
import com.cargobond.store.deployment.EventFunction;
import com.cargobond.store.guarantee.Recheck;
import com.cargobond.store.ledger.BusyLedger;
import com.cargobond.store.ledger.Ledger;
import com.cargobond.store.shipment.RefusalLedger;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** Asks again what guarantees refused before they changed, as much as one run has time for. */
@Singleton
final class RefusalSweep implements SweepPart {

  private static final Logger LOG = Logger.getLogger(RefusalSweep.class);

  /** It waits for nobody else, and is not much. */
  private static final int ENDS_AT_PERCENT = 25;

  private final RefusalLedger refusals;
  private final Clock clock;

  @Inject
  RefusalSweep(FunctionLedger ledger) {
    this(ledger.get(), Clock.systemUTC());
  }

  RefusalSweep(Ledger ledger, Clock clock) {
    this.refusals = new RefusalLedger(ledger, EventFunction.SWEEP.functionName());
    this.clock = clock;
  }

  @Override
  public int endsAtPercent() {
    return ENDS_AT_PERCENT;
  }

  /** A piece of each guarantee in turn, so that a large one keeps no other waiting. */
  @Override
  public int run(Instant end) {
    int asked = 0;
    boolean goesOn = true;
    while (goesOn) {
      List<Recheck> open = refusals.open();
      goesOn = false;
      for (Recheck recheck : open) {
        if (!clock.instant().isBefore(end)) {
          return asked;
        }
        goesOn |= isAsked(recheck);
        asked++;
      }
    }
    return asked;
  }

  /** Whether another piece can follow; one that fails does not keep the others waiting. */
  private boolean isAsked(Recheck recheck) {
    try {
      return refusals.askAgain(recheck, clock.instant());
    } catch (BusyLedger passing) {
      LOG.warnf("what %s refused is asked by the next run", recheck.number());
    } catch (RuntimeException failure) {
      LOG.errorf(failure, "what %s refused is asked by the next run", recheck.number());
    }
    return false;
  }
}
