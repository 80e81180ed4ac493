package com.cargobond.domain.identity;

import com.cargobond.domain.input.AsciiSet;

/**
 * A unified social credit code (GB 32100): who a company is to every authority in China.
 *
 * @param value 18 characters such as {@code 91310115MA1AB2C343}: authority 2, district 6,
 *     organisation code 9 with its own check character, check character
 */
public record Uscc(String value) {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private static final int LENGTH = 18;

  private static final Format FORMAT =
      Format.of(
          AsciiSet.of(ALPHABET),
          LENGTH,
          LENGTH,
          "must be 18 digits or capital letters other than I, O, S, V and Z");

  private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

  /**
   * Checks the value.
   *
   * @throws com.cargobond.domain.input.BrokenRule if it has another form or check character
   */
  public Uscc {
    FORMAT.require(value);
    CheckDigit.require(
        "organisation code (characters 9 to 17): check character",
        organisationCheck(value),
        value.charAt(16));
    CheckDigit.require("check character", overallCheck(value), value.charAt(17));
  }

  private static char organisationCheck(String value) {
    int sum = 0;
    for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
      sum += Character.digit(value.charAt(8 + i), 36) * ORGANISATION_WEIGHTS[i];
    }
    int check = (11 - sum % 11) % 11;
    return check == 10 ? 'X' : (char) ('0' + check);
  }

  private static char overallCheck(String value) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < 17; i++) {
      sum += ALPHABET.indexOf(value.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    int check = (31 - sum % 31) % 31;
    return ALPHABET.charAt(check);
  }

  @Override
  public String toString() {
    return value;
  }
}
