package com.cargobond.events;

import com.cargobond.domain.deposit.RefundId;
import com.cargobond.store.deposit.DepositLedger;
import com.cargobond.store.ledger.BusyLedger;
import com.cargobond.store.ledger.Ledger;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Takes the next step on open refunds, as many as one run has time for. */
final class RefundSweep {

  /** Bounds one run; what is left over is seen to by the next. */
  static final int REFUNDS_MAX = 500;

  /** A bank that is silent as often as this in a row will not answer for the others either. */
  static final int SILENCES_MAX = 8;

  private static final Logger LOG = Logger.getLogger(RefundSweep.class);

  private final DepositLedger refunds;
  private final Consumer<RefundId> nextStep;
  private final Clock clock;
  private final Supplier<RefundId> start;

  /**
   * Sweeps a ledger.
   *
   * @param nextStep throws {@link NoAnswer} if the bank said nothing
   * @param start where among the ids of refunds a run begins, another place each time
   */
  RefundSweep(Ledger ledger, Consumer<RefundId> nextStep, Clock clock, Supplier<RefundId> start) {
    this.refunds = new DepositLedger(ledger);
    this.nextStep = nextStep;
    this.clock = clock;
    this.start = start;
  }

  /**
   * Runs once.
   *
   * @param end after which no further refund is begun
   * @return how many refunds were looked at
   */
  int run(Instant end) {
    Iterator<RefundId> open =
        new Round<>(after -> refunds.openRefunds(Ledger.PAGE_SIZE_MAX, after), start.get().value());
    int seen = 0;
    int silences = 0;
    while (seen < REFUNDS_MAX
        && silences < SILENCES_MAX
        && clock.instant().isBefore(end)
        && open.hasNext()) {
      silences = isAnswered(open.next()) ? 0 : silences + 1;
      seen++;
    }
    return seen;
  }

  /** One that fails does not keep the others waiting. */
  private boolean isAnswered(RefundId refund) {
    try {
      nextStep.accept(refund);
      return true;
    } catch (NoAnswer | BusyLedger passing) {
      LOG.warnf("refund %s is left for the next run: %s", refund, passing.getMessage());
      return !(passing instanceof NoAnswer);
    } catch (RuntimeException failure) {
      LOG.errorf(failure, "refund %s is left for the next run", refund);
      return true;
    }
  }
}
