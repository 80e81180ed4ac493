package com.cargobond.local.file;

import com.cargobond.domain.input.BrokenRule;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values as XML Schema writes them, read by what they mean: one value has several spellings, and
 * blanks around it are none of it. Times are read by {@link BareTimes}.
 */
public final class XsdValues {

  private static final Pattern BLANKS_AROUND = Pattern.compile("^[ \\t\\r\\n]+|[ \\t\\r\\n]+$");
  private static final Pattern DATE =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(Z|[+-]\\d\\d:\\d\\d)?");
  private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");
  private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d+");

  /** Schemas bound what a number is worth, not how many zeros it has. */
  private static final int NUMBER_LENGTH_MAX = 100;

  private XsdValues() {}

  /** An {@code xs:boolean}. */
  public static boolean flag(String text) {
    return switch (collapsed(text)) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw new BrokenRule("must be true or false");
    };
  }

  /** An {@code xs:date}; the day is the one that is written, wherever it began. */
  public static LocalDate date(String text) {
    Matcher parts = DATE.matcher(collapsed(text));
    try {
      if (parts.matches()) {
        return LocalDate.parse(parts.group(1));
      }
    } catch (DateTimeException noSuchDay) {
      // Told below, in words that name a right one.
    }
    throw new BrokenRule("must be a date such as 2026-03-17");
  }

  /** An {@code xs:decimal}: with a plus or minus, zeros around it, or nothing beside its point. */
  public static BigDecimal decimal(String text) {
    String number = collapsed(text);
    if (number.length() > NUMBER_LENGTH_MAX || !DECIMAL.matcher(number).matches()) {
      throw new BrokenRule("must be a decimal such as 692.30");
    }
    return new BigDecimal(number);
  }

  /** Digits that are a number, such as the {@code Max15NumericText} of ISO 20022. */
  public static BigDecimal wholeNumber(String text) {
    String number = collapsed(text);
    if (number.length() > NUMBER_LENGTH_MAX || !WHOLE_NUMBER.matcher(number).matches()) {
      throw new BrokenRule("must be a whole number");
    }
    return new BigDecimal(number);
  }

  private static String collapsed(String text) {
    return BLANKS_AROUND.matcher(text).replaceAll("");
  }
}
