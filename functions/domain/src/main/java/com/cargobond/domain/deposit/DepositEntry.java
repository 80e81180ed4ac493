package com.cargobond.domain.deposit;

import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.identity.CnapsCode;
import com.cargobond.domain.payment.AccountNo;
import com.cargobond.domain.payment.ApprovalNo;
import com.cargobond.domain.payment.PaymentEntry;
import java.time.Instant;
import java.time.LocalDate;

/** One line of a deposit's journal; the deposit is what its journal says. */
public sealed interface DepositEntry {

  /** When it was written. */
  Instant at();

  /** Customs or a court said something; {@code at} is when it was durably accepted. */
  record Learned(ShipmentEvent event, Instant at) implements DepositEntry {}

  /** What was done with the bank about a refund, or said by it. */
  record PaymentStep(PaymentEntry entry) implements DepositEntry {

    @Override
    public Instant at() {
      return entry.at();
    }
  }

  /**
   * A refund goes to the account that operations named. Only versions before this one wrote it:
   * they took the number of approval on trust.
   */
  record RepairedOnTrust(RefundId refund, ApprovalNo approvalNo, Account named, Instant at)
      implements DepositEntry {}

  /** An account without its holder. */
  record Account(AccountNo number, CnapsCode cnaps) {}

  /**
   * Nobody claimed it up to this day: it is dormant. Versions before this one wrote a second one
   * and took it for forfeited; the clock moves no money, so that the second says what the first
   * says.
   */
  record Elapsed(LocalDate day, Instant at) implements DepositEntry {}
}
