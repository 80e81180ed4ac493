package com.cargobond.domain.deposit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day that it is in China: the one that Customs and the bank count by. */
final class ChinaDay {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private ChinaDay() {}

  static LocalDate of(Instant time) {
    return time.atZone(ZONE).toLocalDate();
  }
}
