package com.cargobond.local.file;

import com.cargobond.domain.calendar.ChinaDay;
import com.cargobond.domain.input.BrokenRule;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as XML Schema writes them ({@code xs:dateTime}). One without an offset is bare: it is local
 * time where the file was made, and the file does not say where.
 *
 * @param zone where bare times are from
 */
public record BareTimes(ZoneId zone) {

  /** Operators, Customs and their banks write China's time unless somebody says otherwise. */
  public static final BareTimes OF_CHINA = new BareTimes(ChinaDay.ZONE);

  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d:\\d\\d:\\d\\d)(?:\\.(\\d+))?(Z|[+-]\\d\\d:\\d\\d)?");
  private static final String END_OF_DAY = "24:00:00";
  private static final int NANO_DIGITS = 9;

  /**
   * Reads a time by its value: {@code 24:00:00} is the next day's beginning. Of a bare time that
   * comes twice, when clocks are put back, the earlier counts.
   *
   * @throws BrokenRule if it is no such time, or is left out where clocks are put forward
   */
  public OffsetDateTime read(String text) {
    Matcher parts = FORM.matcher(text.strip());
    try {
      if (parts.matches()) {
        LocalDateTime local = local(parts.group(1), parts.group(2), parts.group(3));
        return local.atOffset(
            parts.group(4) == null ? offset(local) : ZoneOffset.of(parts.group(4)));
      }
    } catch (DateTimeException noSuchTime) {
      // Told below, in words that name a right one.
    }
    throw new BrokenRule("must be a time such as 2026-03-17T10:10:00+08:00");
  }

  private static LocalDateTime local(String date, String time, String fraction) {
    LocalDate day = LocalDate.parse(date);
    int nanos = fraction == null ? 0 : nanos(fraction);
    return time.equals(END_OF_DAY) && nanos == 0
        ? day.plusDays(1).atStartOfDay()
        : day.atTime(LocalTime.parse(time)).withNano(nanos);
  }

  private static int nanos(String fraction) {
    String digits = fraction + "0".repeat(NANO_DIGITS);
    return Integer.parseInt(digits.substring(0, NANO_DIGITS));
  }

  private ZoneOffset offset(LocalDateTime local) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    if (offsets.isEmpty()) {
      throw new BrokenRule("is no time of " + zone + ", where clocks were put forward then");
    }
    return offsets.getFirst();
  }
}
