package com.cargobond.domain.identity;

/**
 * The IATA code of an airport.
 *
 * @param value 3 capital letters such as {@code PVG}
 */
public record AirportCode(String value) {

  private static final Format FORMAT =
      Format.of("[A-Z]{3}", "must be 3 capital letters, such as PVG");

  /**
   * Checks the value.
   *
   * @throws com.cargobond.domain.input.BrokenRule if it has another form
   */
  public AirportCode {
    FORMAT.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
