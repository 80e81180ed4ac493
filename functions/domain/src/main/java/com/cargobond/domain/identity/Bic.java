package com.cargobond.domain.identity;

/**
 * A business identifier code (ISO 9362).
 *
 * @param value 8 or 11 characters such as {@code ICBKCNBJXXX}: institution 4, country 2, location
 *     2, branch 3
 */
public record Bic(String value) {

  private static final Format FORMAT =
      Format.of(
          "[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?",
          "must be 8 or 11 capital letters and digits with a country in fifth place");

  /**
   * Checks the value.
   *
   * @throws com.cargobond.domain.input.BrokenRule if it has another form
   */
  public Bic {
    FORMAT.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
