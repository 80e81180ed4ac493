package com.cargobond.events;

import com.cargobond.domain.deposit.RefundId;
import com.cargobond.store.Deadline;
import com.cargobond.store.DeadlineDesk;
import com.cargobond.store.EventFunction;
import com.cargobond.store.Ledger;
import com.cargobond.store.Page;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Sees, on a schedule, to what nobody else comes back to: refunds that the bank has not answered
 * for, that waited for its hours or whose order was lost, and what the passing of days does.
 * Running twice at once does no harm.
 */
@ApplicationScoped
public class Sweep {

  private static final Logger LOG = Logger.getLogger(Sweep.class);

  /** Bounds one run; what is left over is seen to by the next. */
  private static final int ITEMS_MAX = 500;

  private static final String REFUND_PREFIX = "RF-";
  private static final int REFUND_STARTS = 16;

  private final FunctionLedger ledger;
  private final Bank bank;
  private final BusinessDate businessDate;
  private final Clock clock = Clock.systemUTC();

  Sweep(FunctionLedger ledger, Bank bank, BusinessDate businessDate) {
    this.ledger = ledger;
    this.bank = bank;
    this.businessDate = businessDate;
  }

  /**
   * Runs once.
   *
   * @param schedule what the scheduler says; it does not matter
   */
  @Funq("sweep")
  public SweepResult sweep(Map<String, Object> schedule) {
    return new SweepResult(
        refunds(), businessDate.today(clock.instant()).map(this::deadlines).orElse(0));
  }

  /** Each run begins elsewhere, so that none is always left out. */
  private int refunds() {
    long second = clock.instant().getEpochSecond();
    String start = REFUND_PREFIX + Integer.toHexString((int) (second % REFUND_STARTS));
    Consumer<RefundId> pay = refund -> bank.payments().seeTo(refund);
    int seen = forEach(ledger.get()::openRefunds, Optional.of(start), ITEMS_MAX, pay);
    return seen + forEach(ledger.get()::openRefunds, Optional.empty(), ITEMS_MAX - seen, pay);
  }

  private int deadlines(LocalDate today) {
    DeadlineDesk desk = new DeadlineDesk(ledger.get(), EventFunction.SWEEP.functionName());
    Consumer<Deadline> pass = deadline -> desk.pass(deadline, today, clock.instant());
    return forEach(
        (limit, after) -> ledger.get().deadlines(today, limit, after),
        Optional.empty(),
        ITEMS_MAX,
        pass);
  }

  private static <T> int forEach(
      BiFunction<Integer, Optional<String>, Page<T>> pages,
      Optional<String> start,
      int itemsMax,
      Consumer<T> step) {
    Optional<String> after = start;
    int seen = 0;
    while (seen < itemsMax) {
      Page<T> page = pages.apply(Math.min(Ledger.PAGE_SIZE_MAX, itemsMax - seen), after);
      page.items().forEach(item -> attempt(item, step));
      seen += page.items().size();
      after = page.after();
      if (after.isEmpty()) {
        break;
      }
    }
    return seen;
  }

  /** One that fails does not keep the others waiting. */
  private static <T> void attempt(T item, Consumer<T> step) {
    try {
      step.accept(item);
    } catch (RuntimeException failure) {
      LOG.warnf("%s is left for the next run: %s", item, failure.getMessage());
    }
  }
}
