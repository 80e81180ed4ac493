package com.cargobond.domain.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day that it is in China: the one that Customs and the bank count by. */
public final class ChinaDay {

  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private ChinaDay() {}

  /** The day to which a moment belongs. */
  public static LocalDate of(Instant time) {
    return time.atZone(ZONE).toLocalDate();
  }

  /** The first moment of a day. */
  public static Instant start(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }
}
