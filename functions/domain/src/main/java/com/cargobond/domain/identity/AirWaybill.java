package com.cargobond.domain.identity;

/**
 * An air waybill number (IATA Resolution 600a): of a consignment, or the master of a consolidation.
 *
 * @param value {@code 020-68548340}: airline prefix, serial of 7, and the serial's remainder by 7
 */
public record AirWaybill(String value) {

  private static final Format FORMAT =
      Format.of("\\d{3}-\\d{8}", "must be 3 digits, a hyphen and 8 digits, such as 020-68548340");

  /**
   * Checks the value.
   *
   * @throws com.cargobond.domain.input.BrokenRule if it has another form or check digit
   */
  public AirWaybill {
    FORMAT.require(value);
    CheckDigit.require(Integer.parseInt(value.substring(4, 11)) % 7, value.charAt(11));
  }

  @Override
  public String toString() {
    return value;
  }
}
