package com.cargobond.domain.input;

import java.util.List;

/** An input with at least one {@link Violation}; nothing of it was used. */
public final class InvalidInput extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  /** At least one violation, in the order in which they were found. */
  public InvalidInput(List<Violation> violations) {
    super(violations.toString());
    this.violations = List.copyOf(violations);
  }

  /** What was wrong, at least one entry. */
  public List<Violation> violations() {
    return violations;
  }
}
