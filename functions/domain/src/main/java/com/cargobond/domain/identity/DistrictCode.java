package com.cargobond.domain.identity;

/**
 * The code of a customs district or of an office in it.
 *
 * @param value 4 digits such as {@code 2233}
 */
public record DistrictCode(String value) {

  private static final Format FORMAT = Format.of("\\d{4}", "must be 4 digits, such as 2233");

  /**
   * Checks the value.
   *
   * @throws com.cargobond.domain.input.BrokenRule if it has another form
   */
  public DistrictCode {
    FORMAT.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
