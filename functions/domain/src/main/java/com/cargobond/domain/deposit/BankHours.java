package com.cargobond.domain.deposit;

import com.cargobond.domain.calendar.BusinessCalendar;
import com.cargobond.domain.calendar.ChinaDay;
import com.cargobond.domain.data.DataFile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * When the bank takes payments: business days from its opening to its cut-off, in China Standard
 * Time. The hours stand in {@code bank-hours.csv}. And when it takes one again that it rejected.
 */
public final class BankHours {

  private static final BankHours CHINA = new BankHours(load(), false);
  private static final BankHours ALWAYS = new BankHours(new TreeMap<>(), false);

  private final BusinessCalendar calendar = BusinessCalendar.china();
  private final NavigableMap<LocalDate, Hours> hours;
  private final boolean retriesAtOnce;

  private record Hours(LocalTime opens, LocalTime cutOff) {}

  private BankHours(NavigableMap<LocalDate, Hours> hours, boolean retriesAtOnce) {
    this.hours = hours;
    this.retriesAtOnce = retriesAtOnce;
  }

  private static NavigableMap<LocalDate, Hours> load() {
    NavigableMap<LocalDate, Hours> hours = new TreeMap<>();
    DataFile.rows(BankHours.class, "bank-hours.csv", 4)
        .forEach(
            row ->
                hours.put(
                    LocalDate.parse(row.get(0)),
                    new Hours(LocalTime.parse(row.get(1)), LocalTime.parse(row.get(2)))));
    return hours;
  }

  /** The bank's hours on mainland China's business days. */
  public static BankHours china() {
    return CHINA;
  }

  /** A bank that takes payments at any time. */
  public static BankHours always() {
    return ALWAYS;
  }

  /** The same for a bank to practise with: what it rejects is tried again without waiting. */
  public BankHours retryingAtOnce() {
    return new BankHours(hours, true);
  }

  /** When a refund that failed is tried again, if not at once. */
  Optional<Instant> retried(Optional<Instant> from) {
    return from.filter(time -> !retriesAtOnce);
  }

  /** When the bank opens next, if it takes no payment now. */
  public Optional<Instant> closedUntil(Instant now) {
    if (hours.isEmpty()) {
      return Optional.empty();
    }
    ZonedDateTime there = now.atZone(ChinaDay.ZONE);
    LocalDate today = there.toLocalDate();
    Hours hoursToday = hours.floorEntry(today).getValue();
    boolean isBusinessDay = calendar.isBusinessDay(today);
    if (isBusinessDay && there.toLocalTime().isBefore(hoursToday.opens())) {
      return Optional.of(opening(today));
    }
    return isBusinessDay && there.toLocalTime().isBefore(hoursToday.cutOff())
        ? Optional.empty()
        : Optional.of(opening(calendar.onOrAfter(today.plusDays(1))));
  }

  private Instant opening(LocalDate day) {
    return day.atTime(hours.floorEntry(day).getValue().opens()).atZone(ChinaDay.ZONE).toInstant();
  }
}
