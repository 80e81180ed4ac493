package com.cargobond.domain.ledger;

import java.util.Optional;

/**
 * Something that needs a person.
 *
 * @param reference what it is about in particular: a declaration, an order, a payment, an event
 * @param detail what tells it from others of the same reference, or why it is so
 */
public record Matter(Code code, String reference, Optional<String> detail) {

  /** A matter of which there is nothing more to say. */
  public static Matter of(Code code, String reference) {
    return new Matter(code, reference, Optional.empty());
  }
}
