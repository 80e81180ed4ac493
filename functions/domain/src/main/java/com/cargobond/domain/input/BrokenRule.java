package com.cargobond.domain.input;

/**
 * Says which rule a value breaks, in words that a caller can act on. Thrown by the constructors of
 * value types; {@link FieldReader} turns it into a {@link Violation} by adding the field's name.
 */
public final class BrokenRule extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** The message is the rule, such as {@code "must be 3 digits, a hyphen and 8 digits"}. */
  public BrokenRule(String rule) {
    super(rule);
  }
}
