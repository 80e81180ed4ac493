package com.cargobond.domain.identity;

/**
 * A legal entity identifier (ISO 17442).
 *
 * @param value 20 characters such as {@code 506700GE1G29325QX363}, the last two ISO 7064 MOD 97-10
 *     check digits
 */
public record Lei(String value) {

  private static final Format FORMAT =
      Format.of("[A-Z0-9]{18}\\d{2}", "must be 18 capital letters or digits and 2 check digits");

  /**
   * Checks the value.
   *
   * @throws com.cargobond.domain.input.BrokenRule if it has another form or check digit
   */
  public Lei {
    FORMAT.require(value);
    CheckDigit.require("check digits", checkDigits(value), value.substring(18));
  }

  private static String checkDigits(String value) {
    int remainder = 0;
    for (int i = 0; i < 18; i++) {
      int number = Character.digit(value.charAt(i), 36);
      remainder = (remainder * (number < 10 ? 10 : 100) + number) % 97;
    }
    int check = 98 - remainder * 100 % 97;
    return check < 10 ? "0" + check : Integer.toString(check);
  }

  @Override
  public String toString() {
    return value;
  }
}
