package com.cargobond.store;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.event.Fingerprint;
import com.cargobond.domain.guarantee.RefusalCode;
import com.cargobond.domain.guarantee.Refused;
import com.cargobond.store.CommitResult.Committed;
import com.cargobond.store.OpenException.Content;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What needs a person, and what a person does about it. */
public final class ExceptionDesk {

  private static final String RESENT = "sent again";

  /** Bounds how much of the list is looked through for one page. */
  static final int PAGES_READ_MAX = 20;

  private final Ledger ledger;

  /** A desk on the given ledger. */
  public ExceptionDesk(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * A page of the list. With a filter it looks through a bounded part of the list, so that a page
   * may show fewer than there is room for and yet have more behind it.
   *
   * @param limit 1 to {@link Ledger#PAGE_SIZE_MAX}
   * @param after from the page before, or any exception's id
   */
  public Page<OpenException> list(ExceptionFilter filter, int limit, Optional<String> after) {
    List<OpenException> found = new ArrayList<>();
    Optional<String> last = after;
    for (int i = 0; i < PAGES_READ_MAX; i++) {
      Page<OpenException> page = ledger.openExceptions(Ledger.PAGE_SIZE_MAX, last);
      page.items().stream().filter(filter::matches).forEach(found::add);
      last = page.after();
      if (found.size() > limit) {
        List<OpenException> shown = found.subList(0, limit);
        return new Page<>(shown, Optional.of(shown.getLast().id()));
      }
      if (last.isEmpty()) {
        break;
      }
    }
    return new Page<>(found, last);
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
   * Puts down what needs a person and has no other place. The same again is once.
   *
   * @param by who came upon it
   */
  public void open(OpenException exception, String by) {
    LedgerChange change =
        LedgerChange.because(Cause.of(by, "KEEP", exception.since()))
            .opening(List.of(exception))
            .build();
    if (!(ledger.commit(change) instanceof Committed)) {
      throw new BusyLedger();
    }
  }

  /**
   * Sends what was set aside again, in the same transaction in which it leaves the list.
   *
   * @param asMessage how an event is queued
   * @throws Refused NOT_FOUND, or WRONG_STATE if there is nothing that could be sent
   */
  public void resend(
      String id, String by, Function<Content.Event, Content.Message> asMessage, Instant at) {
    OpenException exception = find(id);
    Content content =
        exception
            .content()
            .orElseThrow(
                () -> new Refused(RefusalCode.WRONG_STATE, "nothing was set aside: close it"));
    Content.Message message =
        switch (content) {
          case Content.Event event -> asMessage.apply(event);
          case Content.Message asItWas -> asItWas;
        };
    String sending = Fingerprint.of(id, exception.since().toString());
    settle(
        new SettledException(
            exception,
            by,
            RESENT,
            Optional.of(new Resend(sending, message.queue(), message.group(), message.body())),
            at));
  }

  /**
   * What became of many at once.
   *
   * @param resent how many were sent again
   * @param more whether there may be others like them
   */
  public record Resent(int resent, boolean more) {}

  /**
   * Sends again what was set aside, each as {@link #resend} does. One that somebody else has seen
   * to meanwhile is passed over.
   *
   * @param limit 1 to {@link Ledger#PAGE_SIZE_MAX}
   */
  public Resent resendAll(
      ExceptionFilter filter,
      int limit,
      String by,
      Function<Content.Event, Content.Message> asMessage,
      Instant at) {
    Page<OpenException> page = list(filter, limit, Optional.empty());
    int resent = 0;
    for (OpenException exception : page.items()) {
      try {
        resend(exception.id(), by, asMessage, at);
        resent++;
      } catch (Refused seenTo) {
        // It is off the list, or came up again and stays on it.
      }
    }
    return new Resent(resent, page.after().isPresent());
  }

  /**
   * Takes a matter off the list that was seen to elsewhere. Moves nothing.
   *
   * @param note what was done about it
   * @throws Refused NOT_FOUND
   */
  public void close(String id, String by, String note, Instant at) {
    settle(new SettledException(find(id), by, note, Optional.empty(), at));
  }

  private void settle(SettledException settled) {
    LedgerChange change =
        LedgerChange.because(Cause.of(settled.by(), "SETTLE", settled.at()))
            .settling(settled)
            .build();
    if (!(ledger.commit(change) instanceof Committed)) {
      throw new Refused(RefusalCode.WRONG_STATE, "somebody else has just seen to it: look again");
    }
  }
}
