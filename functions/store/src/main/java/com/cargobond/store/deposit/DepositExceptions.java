package com.cargobond.store.deposit;

import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.deposit.DepositExceptionCode;
import com.cargobond.domain.deposit.LoneApproval;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.input.Text;
import com.cargobond.domain.ledger.Matter;
import com.cargobond.domain.payment.PaymentOutcome;
import com.cargobond.store.ledger.OpenException;
import java.time.Instant;
import java.util.Optional;

/** What callers say of deposits that needs a person and is no deposit's own. */
public final class DepositExceptions {

  private DepositExceptions() {}

  /**
   * What fewer than two officers approved. Of a deposit that is known it is the deposit's matter;
   * of one that there is not, or not yet, the caller's, so that made-up ids make no entries.
   */
  public static OpenException of(
      LoneApproval approval, boolean isDepositKnown, String caller, Instant since) {
    String deposit = approval.deposit().value();
    Matter matter =
        new Matter(
            DepositExceptionCode.APPROVED_BY_ONE, approval.number().value(), Optional.of(deposit));
    return isDepositKnown
        ? OpenException.of(Deposit.KIND.ref(deposit), matter, since)
        : OpenException.ofCaller(Deposit.KIND.name(), caller, matter, since);
  }

  /**
   * What the bank told of a refund that there is not: the caller's matter, so that made-up ids make
   * no entries. Nothing is kept of what cannot be a refund's id at all.
   */
  public static Optional<OpenException> toldOfUnknown(
      String refund, Uetr uetr, PaymentOutcome outcome, String caller, Instant since) {
    return Text.isReference(refund)
        ? Optional.of(
            OpenException.ofCaller(
                Deposit.KIND.name(),
                caller,
                new Matter(
                    DepositExceptionCode.UETR_UNKNOWN,
                    uetr.value(),
                    Optional.of(refund + " " + outcome.name())),
                since))
        : Optional.empty();
  }
}
