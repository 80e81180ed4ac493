package com.cargobond.store;

import com.cargobond.domain.deposit.ApprovalRefusal;
import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.deposit.DepositException;
import com.cargobond.domain.deposit.DepositExceptionCode;
import com.cargobond.domain.deposit.PaymentOutcome;
import com.cargobond.domain.event.Fingerprint;
import com.cargobond.domain.event.LoneApproval;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.input.Text;
import com.cargobond.domain.ledger.Outcome.QuarantineReason;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.domain.shipment.ExceptionCode;
import com.cargobond.domain.shipment.Shipment;
import com.cargobond.domain.shipment.ShipmentException;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that needs a person, until it is settled.
 *
 * @param id what it is addressed by. Of a shipment or deposit it is made of the subject and the
 *     code, of all else of the matter; rows of earlier versions have one of the matter too
 * @param subject the shipment, deposit or queue that it is about
 * @param code one of its kind's codes
 * @param reference what it is about in particular; of several matters the first
 * @param count how many matters of this code the subject has
 * @param since when the first of them came up
 * @param content what was set aside and can be sent again
 */
public record OpenException(
    String id,
    Kind kind,
    String subject,
    String code,
    String reference,
    Optional<String> detail,
    int count,
    Instant since,
    Optional<Content> content) {

  /** The code of every message that could not be processed. */
  private static final String DEAD_LETTER = "DEAD_LETTER";

  private static final String UNPUBLISHED = "UNPUBLISHED";

  /** What an exception is about. */
  public enum Kind {
    SHIPMENT,
    DEPOSIT,
    /** An event that was quarantined. */
    EVENT,
    /** A message that was given up. */
    MESSAGE,
    /** Notices that could not leave the outbox. */
    OUTBOX;

    /** Whether its entries carry what can be sent again. */
    public boolean isSetAside() {
      return this == EVENT || this == MESSAGE;
    }
  }

  /** What was set aside. */
  public sealed interface Content {

    /** An event, to be queued as if it had just been accepted. */
    record Event(ShipmentEvent event) implements Content {}

    /** A message as its queue carried it. */
    record Message(MessageQueue queue, String group, String body) implements Content {}
  }

  static OpenException of(Shipment shipment, ShipmentException matter, Instant since) {
    return ofSubject(
        Kind.SHIPMENT,
        shipment.id().toString(),
        matter.code().name(),
        matter.reference(),
        Optional.empty(),
        since);
  }

  static OpenException of(Deposit deposit, DepositException matter, Instant since) {
    return ofSubject(
        Kind.DEPOSIT,
        deposit.id().value(),
        matter.code().name(),
        matter.reference(),
        matter.detail(),
        since);
  }

  private static OpenException ofSubject(
      Kind kind,
      String subject,
      String code,
      String reference,
      Optional<String> detail,
      Instant since) {
    return new OpenException(
        Fingerprint.of(kind.name(), subject, code),
        kind,
        subject,
        code,
        reference,
        detail,
        1,
        since,
        Optional.empty());
  }

  /** Of one matter alone. */
  private static OpenException ofMatter(
      Kind kind,
      String subject,
      String code,
      String reference,
      Optional<String> detail,
      Instant since,
      Optional<Content> content) {
    return new OpenException(
        matterId(kind, subject, code, reference, detail),
        kind,
        subject,
        code,
        reference,
        detail,
        1,
        since,
        content);
  }

  private static String matterId(
      Kind kind, String subject, String code, String reference, Optional<String> detail) {
    return Fingerprint.of(kind.name(), subject, code, reference, detail.orElse(""));
  }

  /** The same for the same approval, however often it is tried. */
  public static OpenException of(LoneApproval approval, Instant since) {
    return ofMatter(
        Kind.DEPOSIT,
        approval.deposit().value(),
        DepositExceptionCode.APPROVAL_REFUSED.name(),
        approval.number().value(),
        Optional.of(ApprovalRefusal.SAME_APPROVER.name()),
        since,
        Optional.empty());
  }

  /**
   * What the bank told of a refund that there is not; nothing is kept of what cannot be a refund's
   * id at all.
   */
  public static Optional<OpenException> toldOfUnknown(
      String refund, Uetr uetr, PaymentOutcome outcome, Instant since) {
    return Text.isReference(refund)
        ? Optional.of(
            ofMatter(
                Kind.DEPOSIT,
                refund,
                DepositExceptionCode.UETR_UNKNOWN.name(),
                uetr.value(),
                Optional.of(outcome.name()),
                since,
                Optional.empty()))
        : Optional.empty();
  }

  /** The same for the same content, however often it arrives. */
  public static OpenException quarantined(ReceivedEvent received, QuarantineReason reason) {
    ShipmentEvent event = received.event();
    return ofMatter(
        Kind.EVENT,
        event.shipment().toString(),
        reason.name(),
        Fingerprint.of(event.key(), event.fingerprint()),
        Optional.of(event.type().wireName() + " " + event.id()),
        received.receivedAt(),
        Optional.of(new Content.Event(event)));
  }

  /** A message that was delivered in vain as often as it may be. */
  public static OpenException deadLetter(
      MessageQueue queue, String messageId, String group, String body, Instant since) {
    return ofMatter(
        Kind.MESSAGE,
        queue.baseName(),
        DEAD_LETTER,
        messageId,
        Optional.empty(),
        since,
        Optional.of(new Content.Message(queue, group, body)));
  }

  /**
   * Items of the outbox that could not be published.
   *
   * @param report where they are in the table's stream
   */
  public static OpenException unpublished(String messageId, String report, Instant since) {
    return ofMatter(
        Kind.OUTBOX,
        "outbox",
        UNPUBLISHED,
        messageId,
        Optional.of(report),
        since,
        Optional.empty());
  }

  /** The same for the same matter, whatever else the entry stands for. */
  String matterId() {
    return matterId(kind, subject, code, reference, detail);
  }

  OpenException counting(int matters) {
    return new OpenException(id, kind, subject, code, reference, detail, matters, since, content);
  }

  OpenException standingSince(Instant earlier) {
    return new OpenException(id, kind, subject, code, reference, detail, count, earlier, content);
  }

  /** Whether it still stands as it was read: nothing came up again, and nothing further. */
  public boolean standsAs(OpenException read) {
    return since.equals(read.since) && count == read.count;
  }

  /** What happened, as a sentence without a full stop. */
  public String meaning() {
    return switch (kind) {
      case SHIPMENT -> ExceptionCode.valueOf(code).meaning();
      case DEPOSIT ->
          new DepositException(DepositExceptionCode.valueOf(code), reference, detail).meaning();
      case EVENT -> QuarantineReason.valueOf(code).meaning();
      case MESSAGE -> "a message could not be processed and was set aside";
      case OUTBOX -> "notices or refund orders could not be sent";
    };
  }

  /** What a person can do. */
  public String remedy() {
    return switch (kind) {
      case SHIPMENT -> ExceptionCode.valueOf(code).remedy();
      case DEPOSIT -> DepositExceptionCode.valueOf(code).remedy();
      case EVENT -> QuarantineReason.valueOf(code).remedy();
      case MESSAGE -> "see in the function's log why it failed, mend that, and resend it";
      case OUTBOX ->
          "read the items in the outbox table, where they stand for seven days; the sweep pays"
              + " refunds whose order was lost";
    };
  }
}
