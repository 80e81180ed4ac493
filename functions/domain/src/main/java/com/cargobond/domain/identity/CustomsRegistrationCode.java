package com.cargobond.domain.identity;

/**
 * The code under which Customs registers a declarant.
 *
 * @param value 10 characters such as {@code 3122260001}: area 4, zone 1, type 1, serial 4; no check
 *     digit
 */
public record CustomsRegistrationCode(String value) {

  private static final Format FORMAT =
      Format.of(
          "\\d{4}[0-9A-Z]{6}",
          "must be 4 digits and 6 digits or capital letters, such as 3122260001");

  /**
   * Checks the value.
   *
   * @throws com.cargobond.domain.input.BrokenRule if it has another form
   */
  public CustomsRegistrationCode {
    FORMAT.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
