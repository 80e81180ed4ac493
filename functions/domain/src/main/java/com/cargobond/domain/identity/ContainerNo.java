package com.cargobond.domain.identity;

/**
 * The number of a freight container (ISO 6346).
 *
 * @param value {@code CSQU3054383}: owner 3 letters, category U, J or Z, serial 6 digits, check
 *     digit
 */
public record ContainerNo(String value) {

  private static final Format FORMAT =
      Format.of(
          "[A-Z]{3}[UJZ]\\d{7}",
          "must be 3 capital letters, U, J or Z, and 7 digits, such as CSQU3054383");

  /**
   * Checks the value.
   *
   * @throws com.cargobond.domain.input.BrokenRule if it has another form or check digit
   */
  public ContainerNo {
    FORMAT.require(value);
    CheckDigit.require(checkDigit(value), value.charAt(10));
  }

  private static int checkDigit(String value) {
    int sum = 0;
    for (int i = 0; i < 10; i++) {
      sum += number(value.charAt(i)) << i;
    }
    return sum % 11 % 10;
  }

  /** Letters count from 10 and leave out the multiples of 11. */
  private static int number(char character) {
    int number = Character.digit(character, 36);
    return number < 11 ? number : number + (number - 1) / 10;
  }

  @Override
  public String toString() {
    return value;
  }
}
