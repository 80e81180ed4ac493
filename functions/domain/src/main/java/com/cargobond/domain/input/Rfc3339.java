package com.cargobond.domain.input;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;

/**
 * Times and dates as RFC 3339 writes them. What is written as nearly all are is read by the places
 * of its digits: every event has a time, and each is read again with the history that it is in.
 */
public final class Rfc3339 {

  /** Java reads times without seconds, and offsets with them, that RFC 3339 does not know. */
  private static final Pattern FORM =
      Pattern.compile("[^Tt]+[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})");

  private static final int DATE_LENGTH = "2026-03-17".length();
  private static final int SECONDS_END = "2026-03-17T09:30:00".length();
  private static final int OFFSET_LENGTH = "+08:00".length();
  private static final int NANO_DIGITS = 9;
  private static final int NOT_DIGITS = -1;

  private Rfc3339() {}

  /**
   * The moment of a time with offset.
   *
   * @throws DateTimeException if it is none
   */
  public static Instant time(String text) {
    return time(text, any -> {});
  }

  /**
   * The moment of a time with offset.
   *
   * @param year is given the year as it is written
   * @throws DateTimeException if it is none
   */
  static Instant time(String text, IntConsumer year) {
    Instant read = byPlaces(text, year);
    if (read != null) {
      return read;
    }
    if (!FORM.matcher(text).matches()) {
      throw new DateTimeException("no RFC 3339 time with offset");
    }
    OffsetDateTime time = OffsetDateTime.parse(text);
    year.accept(time.getYear());
    return time.toInstant();
  }

  /**
   * A day.
   *
   * @throws DateTimeException if it is none
   */
  public static LocalDate date(String text) {
    LocalDate read = text.length() == DATE_LENGTH ? dateByPlaces(text) : null;
    return read == null ? LocalDate.parse(text) : read;
  }

  /** Null for whatever is written in another way, or is no time. */
  private static Instant byPlaces(String text, IntConsumer year) {
    if (text.length() <= SECONDS_END
        || text.charAt(DATE_LENGTH) != 'T'
        || text.charAt(13) != ':'
        || text.charAt(16) != ':') {
      return null;
    }
    LocalDate day = dateByPlaces(text);
    int hour = digits(text, 11, 2);
    int minute = digits(text, 14, 2);
    int second = digits(text, 17, 2);
    if (day == null || isNot(hour, 23) || isNot(minute, 59) || isNot(second, 59)) {
      return null;
    }
    int end = endOfFraction(text);
    int nanos = end == SECONDS_END ? 0 : nanos(text, end);
    int offset = offsetSeconds(text, end);
    if (nanos == NOT_DIGITS || offset == Integer.MIN_VALUE) {
      return null;
    }
    year.accept(day.getYear());
    long seconds = day.toEpochDay() * 86_400 + hour * 3_600 + minute * 60 + second;
    return Instant.ofEpochSecond(seconds - offset, nanos);
  }

  private static boolean isNot(int value, int max) {
    return value == NOT_DIGITS || value > max;
  }

  private static LocalDate dateByPlaces(String text) {
    int year = digits(text, 0, 4);
    int month = digits(text, 5, 2);
    int day = digits(text, 8, 2);
    if (text.charAt(4) != '-'
        || text.charAt(7) != '-'
        || year == NOT_DIGITS
        || month == NOT_DIGITS
        || day == NOT_DIGITS) {
      return null;
    }
    return LocalDate.of(year, month, day);
  }

  private static int endOfFraction(String text) {
    int end = SECONDS_END;
    if (text.charAt(end) == '.') {
      end++;
      while (end < text.length() && AsciiSet.DIGITS.contains(text.charAt(end))) {
        end++;
      }
    }
    return end;
  }

  private static int nanos(String text, int end) {
    int count = end - SECONDS_END - 1;
    if (count < 1 || count > NANO_DIGITS) {
      return NOT_DIGITS;
    }
    int nanos = digits(text, SECONDS_END + 1, count);
    for (int i = count; i < NANO_DIGITS; i++) {
      nanos *= 10;
    }
    return nanos;
  }

  /** The least integer where there is no offset as nearly all are written. */
  private static int offsetSeconds(String text, int at) {
    if (at == text.length() - 1 && text.charAt(at) == 'Z') {
      return 0;
    }
    if (at != text.length() - OFFSET_LENGTH || text.charAt(at + 3) != ':') {
      return Integer.MIN_VALUE;
    }
    int hours = digits(text, at + 1, 2);
    int minutes = digits(text, at + 4, 2);
    if (isNot(hours, 17) || isNot(minutes, 59)) {
      return Integer.MIN_VALUE;
    }
    int seconds = hours * 3_600 + minutes * 60;
    return switch (text.charAt(at)) {
      case '+' -> seconds;
      case '-' -> -seconds;
      default -> Integer.MIN_VALUE;
    };
  }

  private static int digits(String text, int from, int count) {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      char digit = text.charAt(i);
      if (digit < '0' || digit > '9') {
        return NOT_DIGITS;
      }
      value = value * 10 + digit - '0';
    }
    return value;
  }
}
