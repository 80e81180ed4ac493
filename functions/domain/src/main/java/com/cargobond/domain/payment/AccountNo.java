package com.cargobond.domain.payment;

import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.input.Text;
import java.util.regex.Pattern;

/**
 * The number of a bank account.
 *
 * @param value 1 to 34 digits, letters or hyphens, as ISO 20022 bounds it
 */
public record AccountNo(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,34}");

  /**
   * Checks the value.
   *
   * @throws BrokenRule if it has another form
   */
  public AccountNo {
    Text.matching(FORM, "must be 1 to 34 letters, digits or hyphens").apply(value);
  }

  /** Hidden but for its end: an account number is nobody's business in a log. */
  @Override
  public String toString() {
    return "…" + value.substring(Math.max(0, value.length() - 4));
  }
}
