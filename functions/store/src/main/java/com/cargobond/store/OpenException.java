package com.cargobond.store;

import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.deposit.DepositException;
import com.cargobond.domain.deposit.DepositExceptionCode;
import com.cargobond.domain.deposit.PaymentOutcome;
import com.cargobond.domain.event.DepositFact;
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
import com.cargobond.store.deployment.MessageQueue;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Something that needs a person, until it is settled: one entry for a subject and a code, which
 * counts what else comes up of the same.
 *
 * @param id what it is addressed by, made of kind, subject and code; rows of earlier versions have
 *     one of the matter
 * @param subject the shipment, deposit, queue's group or caller that it is about
 * @param code one of its kind's codes
 * @param reference what it is about in particular; of several matters the first
 * @param count how many matters of this code the subject has
 * @param since when the first of them came up
 * @param last when the last of them came up
 * @param content what was set aside with a matter in hand. Where an entry is read it is kept apart,
 *     see {@link SetAside}; only rows of earlier versions have it themselves
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
    Instant last,
    Optional<Content> content) {

  /** The order of the list. */
  public static final Comparator<OpenException> OLDEST_FIRST =
      Comparator.comparing(OpenException::since).thenComparing(OpenException::id);

  /**
   * Bounds the count of what a caller can make come up at will; from then on further matters cost a
   * read and no write. What is set aside is counted one by one, since each is kept.
   */
  public static final int COUNT_MAX = 1_000;

  /** The code of every message that could not be processed. */
  private static final String DEAD_LETTER = "DEAD_LETTER";

  /** The code of every message that can never be read. */
  private static final String UNREADABLE = "UNREADABLE";

  private static final String UNPUBLISHED = "UNPUBLISHED";

  /** Bounds a caller's name where it stands for a subject. */
  private static final int CALLER_LENGTH_MAX = 128;

  private static final String SHIPMENTS = "shipment";
  private static final String DEPOSITS = "deposit";
  private static final String MESSAGES = "message";

  /** Every part of the business that an entry may concern. */
  public static final List<String> CAPABILITIES = List.of(SHIPMENTS, DEPOSITS, MESSAGES);

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
    return of(
        Kind.SHIPMENT,
        shipment.id().toString(),
        matter.code().name(),
        matter.reference(),
        Optional.empty(),
        since,
        Optional.empty());
  }

  static OpenException of(Deposit deposit, DepositException matter, Instant since) {
    return of(
        Kind.DEPOSIT,
        deposit.id().value(),
        matter.code().name(),
        matter.reference(),
        matter.detail(),
        since,
        Optional.empty());
  }

  private static OpenException of(
      Kind kind,
      String subject,
      String code,
      String reference,
      Optional<String> detail,
      Instant since,
      Optional<Content> content) {
    return new OpenException(
        Fingerprint.of(kind.name(), subject, code),
        kind,
        subject,
        code,
        reference,
        detail,
        1,
        since,
        since,
        content);
  }

  /**
   * What fewer than two officers approved. Of a deposit that is known it is the deposit's matter;
   * of one that there is not, or not yet, the caller's, so that made-up ids make no entries.
   */
  public static OpenException of(
      LoneApproval approval, boolean isDepositKnown, String caller, Instant since) {
    return of(
        Kind.DEPOSIT,
        isDepositKnown ? approval.deposit().value() : subjectOf(caller),
        DepositExceptionCode.APPROVED_BY_ONE.name(),
        approval.number().value(),
        Optional.of(approval.deposit().value()),
        since,
        Optional.empty());
  }

  /**
   * What the bank told of a refund that there is not: the caller's matter, so that made-up ids make
   * no entries. Nothing is kept of what cannot be a refund's id at all.
   */
  public static Optional<OpenException> toldOfUnknown(
      String refund, Uetr uetr, PaymentOutcome outcome, String caller, Instant since) {
    return Text.isReference(refund)
        ? Optional.of(
            of(
                Kind.DEPOSIT,
                subjectOf(caller),
                DepositExceptionCode.UETR_UNKNOWN.name(),
                uetr.value(),
                Optional.of(refund + " " + outcome.name()),
                since,
                Optional.empty()))
        : Optional.empty();
  }

  private static String subjectOf(String caller) {
    return "caller " + caller.substring(0, Math.min(CALLER_LENGTH_MAX, caller.length()));
  }

  /** The same for the same content, however often it arrives. */
  public static OpenException quarantined(
      ReceivedEvent received, QuarantineReason reason, Instant since) {
    ShipmentEvent event = received.event();
    return of(
        Kind.EVENT,
        event.fact() instanceof DepositFact fact
            ? fact.depositId().value()
            : event.shipment().toString(),
        reason.name(),
        Fingerprint.of(event.key(), event.fingerprint()),
        Optional.of(event.type().wireName() + " " + event.id()),
        since,
        Optional.of(new Content.Event(event)));
  }

  /** A message that was delivered in vain as often as it may be. */
  public static OpenException deadLetter(Content.Message message, String messageId, Instant since) {
    return ofMessage(message, DEAD_LETTER, messageId, since);
  }

  /** A message that no delivery would make readable: it is given up at the first. */
  public static OpenException unreadable(Content.Message message, String messageId, Instant since) {
    return ofMessage(message, UNREADABLE, messageId, since);
  }

  /** One who sends what cannot be processed fills the entry of one group. */
  private static OpenException ofMessage(
      Content.Message message, String code, String messageId, Instant since) {
    return of(
        Kind.MESSAGE,
        message.queue().baseName() + "/" + message.group(),
        code,
        messageId,
        Optional.empty(),
        since,
        Optional.of(message));
  }

  /**
   * Items of the outbox that could not be published. Each report names other items, and nothing but
   * its entry keeps it: so it is a subject of its own.
   *
   * @param report where they are in the table's stream
   */
  public static OpenException unpublished(String messageId, String report, Instant since) {
    return of(
        Kind.OUTBOX,
        "outbox/" + messageId,
        UNPUBLISHED,
        messageId,
        Optional.of(report),
        since,
        Optional.empty());
  }

  /** The same for the same matter, whatever else the entry stands for. */
  String matterId() {
    return Fingerprint.of(kind.name(), subject, code, reference, detail.orElse(""));
  }

  OpenException counting(int matters) {
    return new OpenException(
        id, kind, subject, code, reference, detail, matters, since, last, content);
  }

  OpenException standing(Instant earliest, Instant latest) {
    return new OpenException(
        id, kind, subject, code, reference, detail, count, earliest, latest, content);
  }

  OpenException withoutContent() {
    return new OpenException(
        id, kind, subject, code, reference, detail, count, since, last, Optional.empty());
  }

  /** Whether it still stands as it was read: nothing came up again, and nothing further. */
  public boolean standsAs(OpenException read) {
    return since.equals(read.since) && count == read.count;
  }

  /** Which part of the business it concerns. */
  public String capability() {
    return switch (kind) {
      case SHIPMENT -> SHIPMENTS;
      case DEPOSIT -> DEPOSITS;
      // A shipment is named by operator and house waybill, a deposit by one reference.
      case EVENT -> subject.contains("/") ? SHIPMENTS : DEPOSITS;
      case MESSAGE, OUTBOX -> MESSAGES;
    };
  }

  /** What happened, as a sentence without a full stop. */
  public String meaning() {
    return switch (kind) {
      case SHIPMENT -> ExceptionCode.valueOf(code).meaning();
      case DEPOSIT ->
          new DepositException(DepositExceptionCode.valueOf(code), reference, detail).meaning();
      case EVENT -> QuarantineReason.valueOf(code).meaning();
      case MESSAGE ->
          code.equals(UNREADABLE)
              ? "a message in the queue cannot be read and was set aside at once"
              : "a message could not be processed and was set aside";
      case OUTBOX -> "notices or refund orders could not be sent";
    };
  }

  /** What a person can do. */
  public String remedy() {
    return switch (kind) {
      case SHIPMENT -> ExceptionCode.valueOf(code).remedy();
      case DEPOSIT -> DepositExceptionCode.valueOf(code).remedy();
      case EVENT -> QuarantineReason.valueOf(code).remedy();
      case MESSAGE ->
          code.equals(UNREADABLE)
              ? "see who writes to the queue past the API; have it sent rightly, and close this"
              : "see in the function's log why it failed, mend that, and resend it";
      case OUTBOX ->
          "read the items in the outbox table, where they stand for seven days; the sweep pays"
              + " refunds whose order was lost";
    };
  }
}
