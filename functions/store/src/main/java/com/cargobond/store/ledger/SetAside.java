package com.cargobond.store.ledger;

import com.cargobond.store.ledger.OpenException.Content;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One of the things that an entry was opened for, kept whole until it is sent again. Each different
 * one is kept, however many: it was taken in, so it may not be lost. They lie apart from the list,
 * so that many of one subject are one entry of it, and what is sent again of them in one call is
 * bounded.
 *
 * @param id the same for the same content, so that it is kept and counted once
 * @param since when it was set aside
 */
public record SetAside(
    String id, String reference, Optional<String> detail, Instant since, Content content) {

  /** Of an entry, a page; a row of an earlier version has one, and has it itself. */
  static Page<SetAside> of(
      Ledger ledger, OpenException exception, int limit, Optional<String> after) {
    return exception.content().isPresent()
        ? new Page<>(List.of(of(exception)), Optional.empty())
        : ledger.setAside(exception, limit, after);
  }

  static SetAside of(OpenException matter) {
    return new SetAside(
        matter.matterId(),
        matter.reference(),
        matter.detail(),
        matter.since(),
        matter.content().orElseThrow());
  }
}
