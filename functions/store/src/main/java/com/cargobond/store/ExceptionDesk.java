package com.cargobond.store;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.event.Fingerprint;
import com.cargobond.domain.guarantee.RefusalCode;
import com.cargobond.domain.guarantee.Refused;
import com.cargobond.store.CommitResult.Committed;
import com.cargobond.store.OpenException.Content;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What needs a person, and what a person does about it. */
public final class ExceptionDesk {

  private static final String RESENT = "sent again";

  private final Ledger ledger;

  /** A desk on the given ledger. */
  public ExceptionDesk(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * A page of the list.
   *
   * @param limit 1 to {@link Ledger#PAGE_SIZE_MAX}
   */
  public Page<OpenException> list(int limit, Optional<String> after) {
    return ledger.openExceptions(limit, after);
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
