package com.cargobond.local.reconcile;

import com.cargobond.domain.input.BrokenRule;
import com.cargobond.local.file.UnreadableFile;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Times as statements write them; one without an offset is China Standard Time. */
final class CamtTimes {

  private CamtTimes() {}

  /** The day of a time. */
  static LocalDate day(String time) {
    return parse(time).toLocalDate();
  }

  /** The day of an element that holds a date ({@code Dt}) or a time ({@code DtTm}). */
  static LocalDate day(XmlElement dateOrTime) throws UnreadableFile {
    Optional<LocalDate> time = dateOrTime.optional("DtTm", CamtTimes::day);
    return time.isPresent() ? time.get() : dateOrTime.required("Dt").read(CamtTimes::date);
  }

  /** The last day of a period: an end at midnight ends the day before. */
  static LocalDate lastDay(String end) {
    LocalDateTime time = parse(end);
    return time.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? time.toLocalDate().minusDays(1)
        : time.toLocalDate();
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException malformed) {
      throw new BrokenRule("must be a date such as 2026-03-17");
    }
  }

  private static LocalDateTime parse(String text) {
    try {
      return switch (DateTimeFormatter.ISO_DATE_TIME.parseBest(
          text, OffsetDateTime::from, LocalDateTime::from)) {
        case OffsetDateTime time -> time.atZoneSameInstant(Statement.ZONE).toLocalDateTime();
        case LocalDateTime time -> time;
        default -> throw new IllegalStateException("not asked for");
      };
    } catch (DateTimeException malformed) {
      throw new BrokenRule("must be a time such as 2026-03-17T10:10:00+08:00");
    }
  }
}
