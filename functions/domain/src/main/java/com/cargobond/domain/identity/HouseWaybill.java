package com.cargobond.domain.identity;

import com.cargobond.domain.input.AsciiSet;

/**
 * A house waybill number, given by the express operator to one shipment of a consolidation.
 *
 * @param value 1 to 35 of {@code A-Z}, {@code 0-9} and the hyphen
 */
public record HouseWaybill(String value) {

  private static final Format FORMAT =
      Format.of(
          AsciiSet.of("A-Z0-9-"), 1, 35, "must be 1 to 35 capital letters, digits or hyphens");

  /**
   * Checks the value.
   *
   * @throws com.cargobond.domain.input.BrokenRule if it has another form
   */
  public HouseWaybill {
    FORMAT.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
