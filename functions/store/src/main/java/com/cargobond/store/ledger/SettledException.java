package com.cargobond.store.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An exception that a person has seen to: it leaves the list, and this is kept.
 *
 * @param exception as the person read it
 * @param by who did it
 * @param note what was done about it
 * @param sent what is sent again
 * @param left the entry as it stays, where more was set aside than was sent again at once
 */
public record SettledException(
    OpenException exception,
    String by,
    String note,
    List<Sent> sent,
    Optional<OpenException> left,
    Instant at) {

  public SettledException {
    sent = List.copyOf(sent);
  }

  /** One thing that was set aside, and the message that it leaves as. */
  public record Sent(SetAside aside, Resend resend) {}

  /** The entry, counting what was seen to. */
  public OpenException seenTo() {
    return exception.counting(exception.count() - left.map(OpenException::count).orElse(0));
  }
}
