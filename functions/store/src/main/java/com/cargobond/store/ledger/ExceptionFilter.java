package com.cargobond.store.ledger;

import com.cargobond.domain.ledger.CapabilityList;
import java.util.Optional;

/** Which of the open exceptions somebody wants to see. */
public record ExceptionFilter(
    Optional<String> kind, Optional<String> code, Optional<String> capability) {

  /** All of them. */
  public static final ExceptionFilter ALL =
      new ExceptionFilter(Optional.empty(), Optional.empty(), Optional.empty());

  boolean matches(OpenException exception, CapabilityList among) {
    return kind.filter(wanted -> !wanted.equals(exception.kind())).isEmpty()
        && code.filter(wanted -> !wanted.equals(exception.code())).isEmpty()
        && capability.filter(wanted -> !wanted.equals(exception.capability(among))).isEmpty();
  }
}
