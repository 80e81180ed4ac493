package com.cargobond.store.ledger;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.ledger.RefusalCode;
import com.cargobond.domain.ledger.Refused;
import com.cargobond.store.ledger.CommitResult.Committed;
import com.cargobond.store.ledger.OpenException.Content;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What needs a person, and what a person does about it. */
public final class ExceptionLedger {

  /** Bounds how much of the list is looked through for one page. */
  static final int READ_MAX = 2_000;

  private final Ledger ledger;
  private final Attempts attempts;

  /** Reads and writes the given ledger. */
  public ExceptionLedger(Ledger ledger) {
    this.ledger = ledger;
    this.attempts = new Attempts(new Backoff());
  }

  /**
   * A page of the list, the oldest first. With a filter it looks through a bounded part of the
   * list, so that a page may show fewer than there is room for and yet have more behind it.
   *
   * @param limit 1 to {@link Ledger#PAGE_SIZE_MAX}
   * @param after from the page before
   */
  public Page<OpenException> list(
      ExceptionFilter filter, int limit, Optional<ExceptionPlace> after) {
    List<OpenException> found = new ArrayList<>();
    Iterator<OpenException> all = ledger.openExceptions(after).iterator();
    OpenException last = null;
    for (int read = 0; read < READ_MAX && all.hasNext(); read++) {
      last = all.next();
      if (filter.matches(last, ledger.stored().capabilities())) {
        if (found.size() == limit) {
          return new Page<>(found, placeOf(found.getLast()));
        }
        found.add(last);
      }
    }
    return new Page<>(found, all.hasNext() ? placeOf(last) : Optional.empty());
  }

  private static Optional<String> placeOf(OpenException exception) {
    return Optional.of(ExceptionPlace.of(exception).toString());
  }

  /**
   * The exception with this id.
   *
   * @throws Refused NOT_FOUND if it is settled, or never was
   */
  public OpenException find(String id) {
    return ledger
        .openException(id)
        .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND, "there is no such open exception"));
  }

  /**
   * What was set aside for it.
   *
   * @param limit 1 to {@link Ledger#PAGE_SIZE_MAX}
   * @param after from the page before
   */
  public Page<SetAside> setAside(OpenException exception, int limit, Optional<String> after) {
    return SetAside.of(ledger, exception, limit, after);
  }

  /** What its reference and detail are about, or where that was sent again, another one. */
  public Optional<SetAside> firstSetAside(OpenException exception) {
    return ledger
        .setAside(exception, exception.matterId())
        .or(() -> setAside(exception, 1, Optional.empty()).items().stream().findFirst());
  }

  /**
   * Puts down what needs a person and has no other place. The same again is once; further ones of
   * the same subject and code are counted with it.
   *
   * @param by who came upon it
   */
  public void open(OpenException exception, String by) {
    LedgerChange change =
        LedgerChange.because(Cause.of(by, "KEEP", exception.since()))
            .opening(List.of(exception))
            .build();
    attempts.until(
        () -> ledger.commit(change) instanceof Committed ? Optional.of(true) : Optional.empty());
  }

  /**
   * What became of what was set aside.
   *
   * @param resent how much was sent again
   * @param more whether there is more of it, or may be
   */
  public record Resent(int resent, boolean more) {}

  /**
   * Sends what was set aside again, in the same transaction in which it leaves the entry; the entry
   * leaves the list with the last of it. What is set aside meanwhile, because it failed again, is
   * not sent.
   *
   * @param asMessage how an event is queued
   * @throws Refused NOT_FOUND, or WRONG_STATE if there is nothing that could be sent
   */
  public Resent resend(
      String id, String by, Function<Content.Event, Content.Message> asMessage, Instant at) {
    OpenException exception = find(id);
    if (!exception.isSetAside()) {
      throw new Refused(RefusalCode.WRONG_STATE, "nothing was set aside: close it");
    }
    return new Resending(ledger, by, asMessage, at, at).send(exception);
  }

  /**
   * Sends again what was set aside, the oldest entry first. What somebody else has seen to
   * meanwhile is passed over. What was set aside after a time stays: who calls until there is no
   * more, with one time, comes to an end though some of it fails again and again.
   *
   * @param limit 1 to {@link Ledger#PAGE_SIZE_MAX}
   * @param before the time
   */
  public Resent resendAll(
      ExceptionFilter filter,
      int limit,
      Instant before,
      String by,
      Function<Content.Event, Content.Message> asMessage,
      Instant at) {
    Resending sending = new Resending(ledger, by, asMessage, before, at);
    Optional<ExceptionPlace> after = Optional.empty();
    int resent = 0;
    boolean hasMore = false;
    do {
      Page<OpenException> page = list(filter, Ledger.PAGE_SIZE_MAX, after);
      for (OpenException exception : page.items()) {
        if (exception.since().isAfter(before)) {
          return new Resent(resent, false);
        }
        if (resent == limit) {
          return new Resent(resent, true);
        }
        Resent sent = sending.sendAll(exception, limit - resent);
        resent += sent.resent();
        hasMore = sent.more();
      }
      after = page.after().map(ExceptionPlace::parse);
    } while (after.isPresent() && resent < limit);
    return new Resent(resent, after.isPresent() || hasMore);
  }

  /**
   * Takes a matter off the list that was seen to elsewhere. Moves nothing; what was set aside for
   * it stays in the table.
   *
   * @param note what was done about it
   * @throws Refused NOT_FOUND
   */
  public void close(String id, String by, String note, Instant at) {
    Resending.settle(
        ledger, new SettledException(find(id), by, note, List.of(), Optional.empty(), at));
  }
}
