package com.cargobond.store.ledger;

import com.cargobond.domain.event.Fingerprint;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.ledger.Capability;
import com.cargobond.domain.ledger.CapabilityList;
import com.cargobond.domain.ledger.Code;
import com.cargobond.domain.ledger.Matter;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.domain.ledger.Ref;
import com.cargobond.store.deployment.MessageQueue;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
    String kind,
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

  /** The part of the business that messages belong to which were never read. */
  private static final String MESSAGES = "message";

  /** The kind of an event that was quarantined. */
  public static final String EVENT = "EVENT";

  /** The kind of a message that was given up. */
  public static final String MESSAGE = "MESSAGE";

  /** The kind of notices that could not leave the outbox. */
  public static final String OUTBOX = "OUTBOX";

  /** What an entry may be about: the subjects of capabilities, and what is set aside. */
  public static List<String> kinds(CapabilityList capabilities) {
    return Stream.concat(
            capabilities.withCodes().stream().map(capability -> capability.kind().name()),
            Stream.of(EVENT, MESSAGE, OUTBOX))
        .toList();
  }

  /** Every part of the business that an entry may concern. */
  public static List<String> capabilities(CapabilityList capabilities) {
    return Stream.concat(
            capabilities.withCodes().stream().map(Capability::name), Stream.of(MESSAGES))
        .toList();
  }

  /** What was set aside. */
  public sealed interface Content {

    /** An event, to be queued as if it had just been accepted. */
    record Event(ShipmentEvent event) implements Content {}

    /** A message as its queue carried it. */
    record Message(MessageQueue queue, String group, String body) implements Content {}
  }

  /** A matter of a subject. */
  public static OpenException of(Ref subject, Matter matter, Instant since) {
    return of(
        subject.kind(),
        subject.id(),
        matter.code().name(),
        matter.reference(),
        matter.detail(),
        since,
        Optional.empty());
  }

  /**
   * A matter of whoever called, of a kind of subject that there is not: made-up ids make no
   * entries.
   */
  public static OpenException ofCaller(String kind, String caller, Matter matter, Instant since) {
    String name = caller.substring(0, Math.min(CALLER_LENGTH_MAX, caller.length()));
    return of(new Ref(kind, "caller " + name), matter, since);
  }

  private static OpenException of(
      String kind,
      String subject,
      String code,
      String reference,
      Optional<String> detail,
      Instant since,
      Optional<Content> content) {
    return new OpenException(
        Fingerprint.of(kind, subject, code),
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
   * The same for the same content, however often it arrives.
   *
   * @param learner who would have learned it
   */
  public static OpenException quarantined(
      ReceivedEvent received, Ref learner, Code reason, Instant since) {
    ShipmentEvent event = received.event();
    return of(
        EVENT,
        learner.id(),
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
        MESSAGE,
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
        OUTBOX,
        "outbox/" + messageId,
        UNPUBLISHED,
        messageId,
        Optional.of(report),
        since,
        Optional.empty());
  }

  /** The same for the same matter, whatever else the entry stands for. */
  String matterId() {
    return Fingerprint.of(kind, subject, code, reference, detail.orElse(""));
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
  public String capability(CapabilityList among) {
    return switch (kind) {
      case EVENT -> among.of(among.events().named(wireName())).name();
      case MESSAGE, OUTBOX -> MESSAGES;
      default -> among.ofKind(kind).map(Capability::name).orElseThrow();
    };
  }

  /** Of an event that was set aside, its type. */
  private String wireName() {
    String said = detail.orElseThrow();
    return said.substring(0, said.indexOf(' '));
  }

  /** Whether such entries carry what can be sent again. */
  public boolean isSetAside() {
    return kind.equals(EVENT) || kind.equals(MESSAGE);
  }

  /** What happened, as a sentence without a full stop. */
  public String meaning(CapabilityList among) {
    return switch (kind) {
      case MESSAGE ->
          code.equals(UNREADABLE)
              ? "a message in the queue cannot be read and was set aside at once"
              : "a message could not be processed and was set aside";
      case OUTBOX -> "notices or refund orders could not be sent";
      default -> code(among).meaning(detail);
    };
  }

  /** What a person can do. */
  public String remedy(CapabilityList among) {
    return switch (kind) {
      case MESSAGE ->
          code.equals(UNREADABLE)
              ? "see who writes to the queue past the API; have it sent rightly, and close this"
              : "see in the function's log why it failed, mend that, and resend it";
      case OUTBOX ->
          "read the items in the outbox table, where they stand for seven days; the sweep pays"
              + " refunds whose order was lost";
      default -> code(among).remedy();
    };
  }

  private Code code(CapabilityList among) {
    List<Code> known =
        kind.equals(EVENT)
            ? among.quarantineCodes()
            : among.ofKind(kind).map(Capability::codes).orElseThrow();
    return known.stream().filter(one -> one.name().equals(code)).findFirst().orElseThrow();
  }
}
