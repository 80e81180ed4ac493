package com.cargobond.store;

import java.util.Optional;

/** Which of the open exceptions somebody wants to see. */
public record ExceptionFilter(Optional<OpenException.Kind> kind, Optional<String> code) {

  /** All of them. */
  public static final ExceptionFilter ALL = new ExceptionFilter(Optional.empty(), Optional.empty());

  boolean matches(OpenException exception) {
    return kind.filter(wanted -> wanted != exception.kind()).isEmpty()
        && code.filter(wanted -> !wanted.equals(exception.code())).isEmpty();
  }
}
