package com.cargobond.domain.payment;

import com.cargobond.domain.identity.Uetr;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One line about payments in the journal of the subject that owes them: what was done with the
 * bank, as it was written.
 */
public sealed interface PaymentEntry {

  /** When it was written. */
  Instant at();

  /** An attempt is about to be handed to the bank. */
  record Sent(PaymentId payment, Uetr uetr, Instant at) implements PaymentEntry {}

  /**
   * The bank said what became of an attempt.
   *
   * @param reason its code for rejecting or returning it
   */
  record Told(Uetr uetr, PaymentOutcome outcome, Optional<String> reason, Instant at)
      implements PaymentEntry {}

  /** The bank said of a payment what became of an attempt that was never made for it. */
  record ToldOfUnknown(
      PaymentId payment, Uetr uetr, PaymentOutcome outcome, Optional<String> reason, Instant at)
      implements PaymentEntry {}

  /** Asked because it had spoken of a duplicate, the bank said that it did not pay by this. */
  record Denied(Uetr uetr, Instant at) implements PaymentEntry {}

  /** A payment goes to the account that was approved under this number. */
  record Repaired(PaymentId payment, ApprovalNo approvalNo, Instant at) implements PaymentEntry {}

  /** The bank has not said for long what became of an attempt. */
  record Unanswered(Uetr uetr, Instant at) implements PaymentEntry {}

  /** Itself as texts, of which an audit trail keeps a digest. */
  default List<String> line() {
    String written = at().toString();
    return switch (this) {
      case Sent it -> List.of(written, it.payment().value(), it.uetr().value());
      case Told it ->
          List.of(written, it.uetr().value(), it.outcome().name(), it.reason().orElse(""));
      case ToldOfUnknown it ->
          List.of(
              written,
              it.payment().value(),
              it.uetr().value(),
              it.outcome().name(),
              it.reason().orElse(""));
      case Denied it -> List.of(written, "denied", it.uetr().value());
      case Repaired it -> List.of(written, it.payment().value(), it.approvalNo().value());
      case Unanswered it -> List.of(written, it.uetr().value());
    };
  }
}
