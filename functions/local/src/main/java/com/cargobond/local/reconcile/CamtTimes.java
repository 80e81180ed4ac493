package com.cargobond.local.reconcile;

import com.cargobond.local.file.BareTimes;
import com.cargobond.local.file.XsdValues;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/** Days in China, by the dates and times of a statement. */
final class CamtTimes {

  private static final String END_OF_DAY = "T24:";

  private final BareTimes bare;

  CamtTimes(BareTimes bare) {
    this.bare = bare;
  }

  /** The day of a time; midnight as the end of a day is that day's. */
  LocalDate day(String time) {
    LocalDate day = local(time).toLocalDate();
    return time.contains(END_OF_DAY) && isMidnight(time) ? day.minusDays(1) : day;
  }

  /** The day that begins at a time, or has begun before it. */
  LocalDate firstDay(String time) {
    return local(time).toLocalDate();
  }

  /** The day of an element that holds a date ({@code Dt}) or a time ({@code DtTm}). */
  Optional<LocalDate> day(XmlElement dateOrTime, Findings findings) {
    return dateOrTime.first("DtTm").isPresent()
        ? findings.optional(dateOrTime, "DtTm", time -> day(time.text()))
        : findings.required(dateOrTime, "Dt", date -> XsdValues.date(date.text()));
  }

  /** Whether a time is between two days, and does not say to which of them it belongs. */
  boolean isBetweenDays(String time) {
    return isMidnight(time) && !time.contains(END_OF_DAY);
  }

  private boolean isMidnight(String time) {
    return local(time).toLocalTime().equals(LocalTime.MIDNIGHT);
  }

  private LocalDateTime local(String time) {
    return bare.read(time).atZoneSameInstant(Statement.ZONE).toLocalDateTime();
  }
}
