package com.cargobond.domain.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

/** The day that it is in China: the one that Customs and the bank count by. */
public final class ChinaDay {

  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final ZoneRules RULES = ZONE.getRules();
  private static final long SECONDS_OF_DAY = 86_400;

  private ChinaDay() {}

  /** The day to which a moment belongs. */
  public static LocalDate of(Instant time) {
    int offset = RULES.getOffset(time).getTotalSeconds();
    return LocalDate.ofEpochDay(Math.floorDiv(time.getEpochSecond() + offset, SECONDS_OF_DAY));
  }

  /** The first moment of a day. */
  public static Instant start(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }
}
