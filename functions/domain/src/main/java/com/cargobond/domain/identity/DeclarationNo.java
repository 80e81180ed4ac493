package com.cargobond.domain.identity;

import com.cargobond.domain.input.AsciiSet;

/**
 * The number of a customs declaration.
 *
 * @param value 18 digits such as {@code 223320261000000123}: office 4, year 4, import 1 or export
 *     0, serial 9; no check digit
 */
public record DeclarationNo(String value) {

  private static final int LENGTH = 18;
  private static final int OFFICE_DIGITS = 4;

  /** Import or export. */
  private static final int WAY = 8;

  private static final Format FORMAT =
      new Format(
          text -> AsciiSet.DIGITS.matches(text, LENGTH, LENGTH) && text.charAt(WAY) <= '1',
          "must be 18 digits of which the ninth is 1 (import) or 0 (export)");

  /**
   * Checks the value.
   *
   * @throws com.cargobond.domain.input.BrokenRule if it has another form
   */
  public DeclarationNo {
    FORMAT.require(value);
  }

  /** The office that it was filed with. */
  public DistrictCode office() {
    return new DistrictCode(value.substring(0, OFFICE_DIGITS));
  }

  @Override
  public String toString() {
    return value;
  }
}
