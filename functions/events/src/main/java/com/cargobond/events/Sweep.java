package com.cargobond.events;

import com.cargobond.domain.deposit.RefundId;
import com.cargobond.store.Ledger;
import com.cargobond.store.Page;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Sees again, on a schedule, to what is on its way: refunds that the bank has not answered for,
 * that waited for its hours, or whose order was lost. Running twice at once does no harm.
 */
@ApplicationScoped
public class Sweep {

  private static final Logger LOG = Logger.getLogger(Sweep.class);

  /** Bounds one run; the next begins elsewhere, so that none is always left out. */
  private static final int REFUNDS_MAX = 500;

  private static final String PREFIX = "RF-";
  private static final int STARTS = 16;

  private final FunctionLedger ledger;
  private final Bank bank;
  private final Clock clock = Clock.systemUTC();

  Sweep(FunctionLedger ledger, Bank bank) {
    this.ledger = ledger;
    this.bank = bank;
  }

  /**
   * Runs once.
   *
   * @param schedule what the scheduler says; it does not matter
   */
  @Funq("sweep")
  public SweepResult sweep(Map<String, Object> schedule) {
    String start = PREFIX + Integer.toHexString((int) (clock.instant().getEpochSecond() % STARTS));
    int seen = seeTo(Optional.of(start), REFUNDS_MAX);
    return new SweepResult(seen + seeTo(Optional.empty(), REFUNDS_MAX - seen));
  }

  private int seeTo(Optional<String> start, int refundsMax) {
    Optional<String> after = start;
    int seen = 0;
    while (seen < refundsMax) {
      Page<RefundId> page =
          ledger.get().openRefunds(Math.min(Ledger.PAGE_SIZE_MAX, refundsMax - seen), after);
      page.items().forEach(this::seeTo);
      seen += page.items().size();
      after = page.after();
      if (after.isEmpty()) {
        break;
      }
    }
    return seen;
  }

  /** One that fails does not keep the others waiting. */
  private void seeTo(RefundId refund) {
    try {
      bank.payments().seeTo(refund);
    } catch (RuntimeException failure) {
      LOG.warnf("refund %s: %s", refund, failure.getMessage());
    }
  }
}
