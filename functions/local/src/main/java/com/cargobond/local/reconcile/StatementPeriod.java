package com.cargobond.local.reconcile;

import com.cargobond.local.file.UnreadableFile;
import com.cargobond.local.reconcile.Finding.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The days of a statement, both included: as it says, or else from its opening to its closing
 * balance, or else those of its entries, or else the day on which it was made.
 */
record StatementPeriod(LocalDate from, LocalDate to) {

  /**
   * The period of a statement.
   *
   * @param header its parts besides the entries
   * @param booked the days of its entries
   * @param messageMade when the message around it was made
   * @throws UnreadableFile if the statement does not say its days, or says that it ends before it
   *     begins
   */
  static StatementPeriod of(
      XmlElement header,
      Collection<LocalDate> booked,
      Optional<LocalDate> messageMade,
      CamtTimes times,
      Findings findings)
      throws UnreadableFile {
    Optional<LocalDate> opened = balanceDay(header, Balances.OPENING, times, findings);
    Optional<LocalDate> closed = balanceDay(header, Balances.CLOSING, times, findings);
    if (header.first("FrToDt").isPresent()) {
      return asSaid(
          header.required("FrToDt"), new Evidence(opened, closed, booked), times, findings);
    }
    Optional<LocalDate> made = header.optional("CreDtTm", times::day).or(() -> messageMade);
    Optional<LocalDate> from =
        opened
            .or(() -> booked.stream().min(Comparator.naturalOrder()))
            .or(() -> closed)
            .or(() -> made);
    Optional<LocalDate> to =
        closed.or(() -> booked.stream().max(Comparator.naturalOrder())).or(() -> made);
    if (from.isEmpty() || to.isEmpty()) {
      throw header.wrong("must say its period: FrToDt, Bal or CreDtTm");
    }
    if (opened.isPresent() && to.get().isBefore(opened.get())) {
      throw header.required("Bal").wrong("OPBD must not be after what follows it");
    }
    return new StatementPeriod(from.get().isAfter(to.get()) ? to.get() : from.get(), to.get());
  }

  /** What else tells which days a statement has. */
  private record Evidence(
      Optional<LocalDate> opened, Optional<LocalDate> closed, Collection<LocalDate> booked) {}

  private static StatementPeriod asSaid(
      XmlElement fromTo, Evidence evidence, CamtTimes times, Findings findings)
      throws UnreadableFile {
    LocalDate from = fromTo.required("FrDtTm").read(times::firstDay);
    XmlElement end = fromTo.required("ToDtTm");
    LocalDate last = end.read(times::day);
    LocalDate to =
        end.read(times::isBetweenDays) && !from.equals(last)
            ? lastDay(last, end, evidence, findings)
            : last;
    if (to.isBefore(from)) {
      throw end.wrong("must be after FrDtTm");
    }
    contradictions(new StatementPeriod(from, to), evidence)
        .forEach(what -> findings.add(Kind.CONTRADICTION, fromTo, what));
    return new StatementPeriod(from, to);
  }

  /**
   * The last day of a period that ends at midnight. Some banks mean the end of the day before, and
   * some name the last day by its beginning: what was booked and the closing balance tell which.
   * Where they do not, the day counts, so that what is missing on it is told.
   */
  private static LocalDate lastDay(
      LocalDate midnight, XmlElement end, Evidence evidence, Findings findings) {
    boolean isBooked = evidence.booked().contains(midnight);
    boolean closesBefore = evidence.closed().filter(day -> day.isBefore(midnight)).isPresent();
    if (closesBefore && !isBooked) {
      return midnight.minusDays(1);
    }
    if (closesBefore || (evidence.closed().isEmpty() && !isBooked)) {
      findings.add(
          Kind.CONTRADICTION,
          end,
          "ToDtTm is midnight, and closing balance and entries do not tell whether %s belongs to"
                  .formatted(midnight)
              + " the period; it is taken to");
    }
    return midnight;
  }

  private static List<String> contradictions(StatementPeriod period, Evidence evidence) {
    List<String> found = new ArrayList<>();
    evidence
        .opened()
        .filter(day -> day.isAfter(period.to))
        .ifPresent(
            day ->
                found.add("the opening balance (OPBD) is of %s, after the period".formatted(day)));
    evidence
        .closed()
        .filter(day -> day.isAfter(period.to) || day.isBefore(period.from))
        .ifPresent(
            day ->
                found.add(
                    "the closing balance (CLBD) is of %s, outside the period".formatted(day)));
    evidence
        .closed()
        .filter(day -> !day.isAfter(period.to))
        .ifPresent(
            day ->
                evidence.booked().stream()
                    .filter(booked -> booked.isAfter(day) && !booked.isAfter(period.to))
                    .min(Comparator.naturalOrder())
                    .ifPresent(
                        booked ->
                            found.add(
                                "the closing balance (CLBD) is of %s, and an entry is booked on %s"
                                    .formatted(day, booked))));
    return found;
  }

  private static Optional<LocalDate> balanceDay(
      XmlElement header, String type, CamtTimes times, Findings findings) {
    return Balances.of(header, type).stream()
        .flatMap(balance -> balance.first("Dt").stream())
        .findFirst()
        .flatMap(date -> times.day(date, findings));
  }
}
