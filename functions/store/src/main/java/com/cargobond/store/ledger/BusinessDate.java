package com.cargobond.store.ledger;

import com.cargobond.domain.calendar.ChinaDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The day that it is for the business: today in China, unless a setting names another, or is {@code
 * none} where no day shall pass.
 */
public final class BusinessDate {

  /** The name of the setting. */
  public static final String SETTING = "cargobond.business-date";

  private static final String NONE = "none";

  private final Optional<String> setting;

  /** The day by a setting. */
  public BusinessDate(Optional<String> setting) {
    this.setting = setting;
  }

  /** Today; empty where no day passes. */
  public Optional<LocalDate> today(Instant now) {
    return time(now).map(ChinaDay::of);
  }

  /** This moment of the business's day; empty where no day passes. */
  public Optional<Instant> time(Instant now) {
    if (setting.isEmpty()) {
      return Optional.of(now);
    }
    return setting
        .filter(day -> !day.equals(NONE))
        .map(LocalDate::parse)
        .map(
            day ->
                day.atTime(now.atZone(ChinaDay.ZONE).toLocalTime())
                    .atZone(ChinaDay.ZONE)
                    .toInstant());
  }
}
