package com.cargobond.store.deposit;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.deposit.DepositId;
import com.cargobond.domain.deposit.RefundId;
import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.ledger.Backoff;
import com.cargobond.store.ledger.BusyLedger;
import com.cargobond.store.ledger.Ledger;
import com.cargobond.store.ledger.Page;
import com.cargobond.store.payment.PaymentLedger;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Looks at deposits, and writes the steps on them that are not events of Customs. */
public final class DepositLedger {

  private final Ledger ledger;
  private final PaymentLedger payments;

  /** Reads and writes the given ledger. */
  public DepositLedger(Ledger ledger) {
    this(ledger, new Backoff());
  }

  /** With pauses of the caller's. */
  public DepositLedger(Ledger ledger, Backoff backoff) {
    this.ledger = ledger;
    this.payments = new PaymentLedger(ledger, backoff);
  }

  /** The deposit, if anything is known of it. */
  public Optional<Deposit> find(DepositId id) {
    return Optional.of(ledger.read(Deposit.KIND, id.value()).value())
        .filter(deposit -> !deposit.journal().isEmpty());
  }

  /** The deposit that a refund is of. */
  public Optional<Deposit> find(RefundId refund) {
    return ledger.target(refund.alias()).map(DepositId::new).flatMap(this::find);
  }

  /**
   * All deposits, in a stable order. On DynamoDB a page costs a scan of as many items: this is for
   * work that is done once a day, not for each request of many.
   *
   * @param limit 1 to {@link Ledger#PAGE_SIZE_MAX}
   * @param after from the page before, or any deposit's id
   */
  public Page<Deposit> all(int limit, Optional<String> after) {
    return ledger.items().scan(LedgerTable.DEPOSITS, limit, after).map(DepositCodec::deposit);
  }

  /**
   * Takes a step; if somebody else wrote in between, it is decided again. What the step throws is
   * thrown, and nothing is written; a step that changes nothing writes nothing.
   *
   * @param cause for the audit trail
   * @throws BusyLedger if others write without end
   */
  public Deposit change(DepositId id, UnaryOperator<Deposit> step, Cause cause) {
    return payments.change(Deposit.KIND, id.value(), step, cause);
  }
}
