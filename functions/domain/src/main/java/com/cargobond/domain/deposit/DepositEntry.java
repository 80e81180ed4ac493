package com.cargobond.domain.deposit;

import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.identity.CnapsCode;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.payment.AccountNo;
import com.cargobond.domain.payment.ApprovalNo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** One line of a deposit's journal; the deposit is what its journal says. */
public sealed interface DepositEntry {

  /** When it was written. */
  Instant at();

  /** Customs or a court said something; {@code at} is when it was durably accepted. */
  record Learned(ShipmentEvent event, Instant at) implements DepositEntry {}

  /** A payment is about to be handed to the bank. */
  record Sent(RefundId refund, Uetr uetr, Instant at) implements DepositEntry {}

  /**
   * The bank said what became of a payment.
   *
   * @param reason its code for rejecting or returning it
   */
  record Told(Uetr uetr, PaymentOutcome outcome, Optional<String> reason, Instant at)
      implements DepositEntry {}

  /** The bank said of a refund what became of a payment that was none of its attempts. */
  record ToldOfUnknown(
      RefundId refund, Uetr uetr, PaymentOutcome outcome, Optional<String> reason, Instant at)
      implements DepositEntry {}

  /** Asked because it had spoken of a duplicate, the bank said that it did not pay by this. */
  record Denied(Uetr uetr, Instant at) implements DepositEntry {}

  /**
   * A refund goes to the account that Customs approved under this number.
   *
   * @param named the account as operations named it, in what versions before this one wrote: they
   *     took the number on trust
   */
  record Repaired(RefundId refund, ApprovalNo approvalNo, Optional<Account> named, Instant at)
      implements DepositEntry {}

  /** An account without its holder. */
  record Account(AccountNo number, CnapsCode cnaps) {}

  /** The bank has not said for long what became of a payment. */
  record Unanswered(Uetr uetr, Instant at) implements DepositEntry {}

  /**
   * Nobody claimed it up to this day: it is dormant. Versions before this one wrote a second one
   * and took it for forfeited; the clock moves no money, so that the second says what the first
   * says.
   */
  record Elapsed(LocalDate day, Instant at) implements DepositEntry {}
}
