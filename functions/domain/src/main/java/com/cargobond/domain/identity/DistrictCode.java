package com.cargobond.domain.identity;

import com.cargobond.domain.input.AsciiSet;

/**
 * The code of a customs district or of an office in it.
 *
 * @param value 4 digits such as {@code 2233}
 */
public record DistrictCode(String value) {

  private static final String WHOLE_DISTRICT = "00";
  private static final String WHOLE_ADMINISTRATION = "0000";
  private static final Format FORMAT =
      Format.of(AsciiSet.DIGITS, 4, 4, "must be 4 digits, such as 2233");

  /**
   * Checks the value.
   *
   * @throws com.cargobond.domain.input.BrokenRule if it has another form
   */
  public DistrictCode {
    FORMAT.require(value);
  }

  /**
   * Whether this is the other code, or stands for all of its district: the first two digits name
   * the district, and {@code 00} at the end stands for all of its offices. {@code 0000} is the
   * whole administration.
   */
  public boolean covers(DistrictCode other) {
    return equals(other)
        || isAdministration()
        || value.endsWith(WHOLE_DISTRICT) && other.value.startsWith(value.substring(0, 2));
  }

  /** Whether it is the whole administration. */
  public boolean isAdministration() {
    return value.equals(WHOLE_ADMINISTRATION);
  }

  @Override
  public String toString() {
    return value;
  }
}
