package com.cargobond.store.ledger;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.event.Fingerprint;
import com.cargobond.domain.ledger.RefusalCode;
import com.cargobond.domain.ledger.Refused;
import com.cargobond.store.ledger.CommitResult.Committed;
import com.cargobond.store.ledger.ExceptionLedger.Resent;
import com.cargobond.store.ledger.OpenException.Content;
import com.cargobond.store.ledger.SettledException.Sent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Sends again what was set aside, in the same transaction in which it leaves its entry.
 *
 * @param asMessage how an event is queued
 * @param until what was set aside later stays
 */
record Resending(
    Ledger ledger,
    String by,
    Function<Content.Event, Content.Message> asMessage,
    Instant until,
    Instant at) {

  /** Bounds what leaves in one transaction: each is an item that goes and one that is sent. */
  static final int SENT_AT_ONCE_MAX = 40;

  private static final String RESENT = "sent again";

  /** What was found, the oldest first. */
  private record Waiting(List<SetAside> items, boolean hasMore, boolean hasLater) {}

  /** As much of one entry as the limit lets, in as many transactions as that needs. */
  Resent sendAll(OpenException exception, int limit) {
    int resent = 0;
    // As it stands: the list may lag behind.
    Optional<OpenException> standing = ledger.openException(exception.id());
    while (standing.isPresent() && resent < limit) {
      try {
        Resent sent = send(standing.get(), Math.min(limit - resent, SENT_AT_ONCE_MAX));
        resent += sent.resent();
        if (!sent.more()) {
          return new Resent(resent, false);
        }
      } catch (Refused seenTo) {
        // It is off the list, or came up again and stays on it.
        return new Resent(resent, ledger.openException(exception.id()).isPresent());
      }
      standing = ledger.openException(exception.id());
    }
    return new Resent(resent, standing.isPresent());
  }

  /** As much of one entry as a transaction holds. */
  Resent send(OpenException exception) {
    return send(exception, SENT_AT_ONCE_MAX);
  }

  private Resent send(OpenException exception, int limit) {
    Waiting waiting = waiting(exception, limit);
    if (waiting.items().isEmpty()) {
      return new Resent(0, false);
    }
    List<SetAside> sent = waiting.items().subList(0, Math.min(limit, waiting.items().size()));
    boolean more = sent.size() < waiting.items().size() || waiting.hasMore();
    Optional<OpenException> left =
        Optional.of(exception.counting(Math.max(1, exception.count() - sent.size())))
            .filter(entry -> more || waiting.hasLater());
    settle(
        ledger,
        new SettledException(
            exception, by, RESENT, sent.stream().map(this::sending).toList(), left, at));
    return new Resent(sent.size(), more);
  }

  private Waiting waiting(OpenException exception, int limit) {
    List<SetAside> found = new ArrayList<>();
    boolean hasLater = false;
    Optional<String> after = Optional.empty();
    do {
      Page<SetAside> page = SetAside.of(ledger, exception, Ledger.PAGE_SIZE_MAX, after);
      List<SetAside> items =
          page.items().stream().filter(aside -> !aside.since().isAfter(until)).toList();
      hasLater |= items.size() < page.items().size();
      found.addAll(items);
      after = page.after();
    } while (after.isPresent() && found.size() <= limit);
    found.sort(Comparator.comparing(SetAside::since).thenComparing(SetAside::id));
    return new Waiting(found, after.isPresent(), hasLater);
  }

  private Sent sending(SetAside aside) {
    Content.Message message =
        switch (aside.content()) {
          case Content.Event event -> asMessage.apply(event);
          case Content.Message asItWas -> asItWas;
        };
    String id = Fingerprint.of(aside.id(), aside.since().toString());
    return new Sent(aside, new Resend(id, message.queue(), message.group(), message.body()));
  }

  /**
   * Writes that a person has seen to an exception.
   *
   * @throws Refused WRONG_STATE if it does not stand as it was read
   */
  static void settle(Ledger ledger, SettledException settled) {
    LedgerChange change =
        LedgerChange.because(Cause.of(settled.by(), "SETTLE", settled.at()))
            .settling(settled)
            .build();
    if (!(ledger.commit(change) instanceof Committed)) {
      throw new Refused(RefusalCode.WRONG_STATE, "somebody else has just seen to it: look again");
    }
  }
}
