package com.cargobond.events;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The day for which deadlines are looked at: today in China, unless {@code cargobond.business-date}
 * names another, or is {@code none} where no day shall pass.
 */
@Singleton
class BusinessDate {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String NONE = "none";

  private final Optional<String> setting;

  BusinessDate(@ConfigProperty(name = "cargobond.business-date") Optional<String> setting) {
    this.setting = setting;
  }

  Optional<LocalDate> today(Instant now) {
    if (setting.isEmpty()) {
      return Optional.of(now.atZone(ZONE).toLocalDate());
    }
    return setting.filter(day -> !day.equals(NONE)).map(LocalDate::parse);
  }
}
