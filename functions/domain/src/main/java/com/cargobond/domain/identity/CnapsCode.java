package com.cargobond.domain.identity;

/**
 * The 12-digit code of a bank branch in China's national payment system (CNAPS).
 *
 * @param value 12 digits such as {@code 313651027012}, the last an ISO 7064 MOD 11,10 check digit
 */
public record CnapsCode(String value) {

  /** How many digits, from the first, name the bank. */
  private static final int BANK_DIGITS = 3;

  private static final Format FORMAT =
      Format.of("\\d{12}", "must be 12 digits, such as 313651027012");

  /**
   * Checks the value.
   *
   * @throws com.cargobond.domain.input.BrokenRule if it has another form or check digit
   */
  public CnapsCode {
    FORMAT.require(value);
    CheckDigit.require(checkDigit(value), value.charAt(11));
  }

  /**
   * Whether this is the other code, or the head office of the bank that the other is a branch of.
   */
  public boolean covers(CnapsCode other) {
    return equals(other) || HeadOffices.include(this) && other.value.startsWith(bank());
  }

  private String bank() {
    return value.substring(0, BANK_DIGITS);
  }

  private static int checkDigit(String value) {
    int product = 10;
    for (int i = 0; i < 11; i++) {
      int sum = (product + Character.digit(value.charAt(i), 10)) % 10;
      product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (11 - product) % 10;
  }

  @Override
  public String toString() {
    return value;
  }
}
