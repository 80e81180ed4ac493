package com.cargobond.domain.identity;

/**
 * The number of a customs declaration.
 *
 * @param value 18 digits such as {@code 223320261000000123}: office 4, year 4, import 1 or export
 *     0, serial 9; no check digit
 */
public record DeclarationNo(String value) {

  private static final int OFFICE_DIGITS = 4;

  private static final Format FORMAT =
      Format.of(
          "\\d{8}[01]\\d{9}", "must be 18 digits of which the ninth is 1 (import) or 0 (export)");

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
