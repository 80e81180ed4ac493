package com.cargobond.domain.money;

import com.cargobond.domain.input.AsciiSet;
import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.input.FieldReader;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount of one currency, never negative.
 *
 * @param minor the amount in the currency's minor unit (fen for CNY), at least 0
 * @param currency an ISO 4217 currency that has a minor unit
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

  /** Bounds what others may name, so that sums of thousands of amounts stay far from overflow. */
  public static final long MINOR_MAX = 999_999_999_999_999L;

  private static final int WHOLE_DIGITS_MAX = 15;
  private static final int DECIMALS_MAX = 4;

  public Money {
    if (minor < 0) {
      throw new BrokenRule("must not be negative");
    }
  }

  /** Nothing, in the given currency. */
  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  /** Reads {@code {"amount": "692.30", "currency": "CNY"}}. */
  public static Money read(FieldReader in) {
    Currency currency = in.text("currency", Money::currency);
    // Without a currency the number of decimals is unknown: only the form can be checked.
    return in.text("amount", amount -> currency == null ? null : parse(amount, currency));
  }

  /**
   * Reads a decimal such as {@code 692.30}; never rounds.
   *
   * @throws BrokenRule if it is not a plain decimal, negative, or has more decimals than the
   *     currency
   */
  public static Money parse(String decimal, Currency currency) {
    if (decimal.startsWith("-")) {
      throw new BrokenRule("must not be negative");
    }
    if (!isDecimal(decimal)) {
      throw new BrokenRule("must be a decimal string such as \"692.30\"");
    }
    int digits = currency.getDefaultFractionDigits();
    int point = decimal.indexOf('.');
    if (point > 0
        && decimal.length() - 1 - point == digits
        && decimal.length() <= WHOLE_DIGITS_MAX) {
      return new Money(minor(decimal), currency);
    }
    BigDecimal value = new BigDecimal(decimal);
    if (value.stripTrailingZeros().scale() > digits) {
      throw new BrokenRule(
          "must have at most " + digits + " decimals in " + currency.getCurrencyCode());
    }
    return ofMinor(value.movePointRight(digits), currency);
  }

  /** Written with the decimals of its currency, it is its minor units but for the point. */
  private static long minor(String decimal) {
    long minor = 0;
    for (int i = 0; i < decimal.length(); i++) {
      if (decimal.charAt(i) != '.') {
        minor = minor * 10 + decimal.charAt(i) - '0';
      }
    }
    return minor;
  }

  private static boolean isDecimal(String text) {
    int point = text.indexOf('.');
    int whole = point < 0 ? text.length() : point;
    int decimals = text.length() - whole - 1;
    return whole >= 1
        && whole <= WHOLE_DIGITS_MAX
        && AsciiSet.DIGITS.areIn(text, 0, whole)
        && (point < 0
            || decimals >= 1
                && decimals <= DECIMALS_MAX
                && AsciiSet.DIGITS.areIn(text, point + 1, text.length()));
  }

  /**
   * An amount that others name or a rate yields.
   *
   * @throws BrokenRule if it is negative or more than {@link #MINOR_MAX}
   */
  public static Money ofMinor(BigDecimal minor, Currency currency) {
    if (minor.compareTo(BigDecimal.valueOf(MINOR_MAX)) > 0) {
      throw new BrokenRule("must not exceed " + decimal(MINOR_MAX, currency));
    }
    return new Money(minor.longValueExact(), currency);
  }

  /**
   * Finds an ISO 4217 currency by its code.
   *
   * @throws BrokenRule if there is none, or it has no minor unit (such as XAU)
   */
  public static Currency currency(String code) {
    try {
      Currency currency = Currency.getInstance(code);
      if (currency.getDefaultFractionDigits() >= 0) {
        return currency;
      }
    } catch (IllegalArgumentException unknown) {
      // Falls through to the rule.
    }
    throw new BrokenRule("must be an ISO 4217 currency");
  }

  /** The amount with as many decimals as the currency has, such as {@code 692.30}. */
  public String decimal() {
    return decimal(minor, currency);
  }

  /** A signed number of minor units as a decimal of the given currency. */
  public static String decimal(long minor, Currency currency) {
    return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()).toPlainString();
  }

  /** The sum of two amounts of one currency. */
  public Money plus(Money other) {
    requireSameCurrency(other);
    return new Money(Math.addExact(minor, other.minor), currency);
  }

  @Override
  public int compareTo(Money other) {
    requireSameCurrency(other);
    return Long.compare(minor, other.minor);
  }

  private void requireSameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(currency + " and " + other.currency + " do not mix");
    }
  }

  @Override
  public String toString() {
    return decimal() + " " + currency.getCurrencyCode();
  }
}
