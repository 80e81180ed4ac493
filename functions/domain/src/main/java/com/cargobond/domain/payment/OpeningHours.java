package com.cargobond.domain.payment;

import com.cargobond.domain.calendar.BusinessCalendar;
import com.cargobond.domain.calendar.ChinaDay;
import com.cargobond.domain.data.DataFile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When a rail takes payments: in its sessions on mainland China's business days. They stand in
 * {@code opening-hours.csv}. And when it takes one again that it rejected.
 */
public final class OpeningHours {

  private static final OpeningHours ALWAYS = new OpeningHours(new TreeMap<>(), false);

  private static final Map<RailName, OpeningHours> BY_RAIL = load();

  private final BusinessCalendar calendar = BusinessCalendar.china();
  private final NavigableMap<LocalDate, List<Session>> sessions;
  private final boolean retriesAtOnce;

  private record Session(LocalTime opens, LocalTime closes) {

    Interval on(LocalDate day) {
      LocalDate lastDay = closes.isAfter(opens) ? day : day.plusDays(1);
      return new Interval(instant(day, opens), instant(lastDay, closes));
    }

    private static Instant instant(LocalDate day, LocalTime time) {
      return day.atTime(time).atZone(ChinaDay.ZONE).toInstant();
    }
  }

  private record Interval(Instant from, Instant to) {

    boolean contains(Instant time) {
      return !time.isBefore(from) && time.isBefore(to);
    }
  }

  private OpeningHours(NavigableMap<LocalDate, List<Session>> sessions, boolean retriesAtOnce) {
    this.sessions = sessions;
    this.retriesAtOnce = retriesAtOnce;
  }

  private static Map<RailName, OpeningHours> load() {
    Map<String, List<List<String>>> rows =
        DataFile.rows(OpeningHours.class, "opening-hours.csv", 5).stream()
            .collect(Collectors.groupingBy(row -> row.get(0)));
    Map<RailName, OpeningHours> byRail = new EnumMap<>(RailName.class);
    for (RailName rail : RailName.values()) {
      byRail.put(rail, of(rows.getOrDefault(rail.name(), List.of())));
    }
    return byRail;
  }

  /** A rail's hours by the table. */
  public static OpeningHours of(RailName rail) {
    return BY_RAIL.get(rail);
  }

  /** One rail's rows: rail, first date, opening and closing time. */
  static OpeningHours of(List<List<String>> rows) {
    NavigableMap<LocalDate, List<Session>> sessions = new TreeMap<>();
    rows.forEach(
        row ->
            sessions
                .computeIfAbsent(LocalDate.parse(row.get(1)), from -> new ArrayList<>())
                .add(new Session(LocalTime.parse(row.get(2)), LocalTime.parse(row.get(3)))));
    return new OpeningHours(sessions, false);
  }

  /** A rail that takes payments at any time. */
  public static OpeningHours always() {
    return ALWAYS;
  }

  /** The same for a rail to practise with: what it rejects is tried again without waiting. */
  public OpeningHours retryingAtOnce() {
    return new OpeningHours(sessions, true);
  }

  /** What to do about a payment that may be sent: one that failed is not tried again at once. */
  NextStep whenDue(Payment payment, Instant now) {
    return payment
        .retriedFrom()
        .filter(time -> !retriesAtOnce)
        .filter(now::isBefore)
        .<NextStep>map(NextStep.Wait::new)
        .orElseGet(() -> whenOpen(now));
  }

  /** What to do about an attempt that may be sent. */
  NextStep whenOpen(Instant now) {
    return closedUntil(now).<NextStep>map(NextStep.Wait::new).orElseGet(NextStep.Send::new);
  }

  /** When the rail opens next, if it takes no payment now. */
  public Optional<Instant> closedUntil(Instant now) {
    if (sessions.isEmpty()) {
      return Optional.empty();
    }
    LocalDate today = ChinaDay.of(now);
    boolean isOpen =
        Stream.of(today.minusDays(1), today)
            .flatMap(this::intervals)
            .anyMatch(interval -> interval.contains(now));
    return isOpen ? Optional.empty() : Optional.of(nextOpening(now, today));
  }

  /** A moment, or the next one at which the rail is open. */
  Instant opening(Instant time) {
    return closedUntil(time).orElse(time);
  }

  private Instant nextOpening(Instant now, LocalDate today) {
    return Stream.of(today, calendar.onOrAfter(today.plusDays(1)))
        .flatMap(this::intervals)
        .map(Interval::from)
        .filter(now::isBefore)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private Stream<Interval> intervals(LocalDate day) {
    return calendar.isBusinessDay(day)
        ? sessions.floorEntry(day).getValue().stream().map(session -> session.on(day))
        : Stream.empty();
  }
}
