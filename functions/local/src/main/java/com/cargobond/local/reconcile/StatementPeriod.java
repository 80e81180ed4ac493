package com.cargobond.local.reconcile;

import com.cargobond.local.file.UnreadableFile;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * The days of a statement, both included: as it says, or else from its opening to its closing
 * balance, or else those of its entries, or else the day on which it was made.
 */
record StatementPeriod(LocalDate from, LocalDate to) {

  private static final String OPENING = "OPBD";
  private static final String CLOSING = "CLBD";

  /**
   * The period of a statement.
   *
   * @param header its parts besides the entries
   * @param booked the days of its entries
   * @param messageMade when the message around it was made
   */
  static StatementPeriod of(
      XmlElement header, Collection<LocalDate> booked, Optional<LocalDate> messageMade)
      throws UnreadableFile {
    if (header.first("FrToDt").isPresent()) {
      return asSaid(header.required("FrToDt"));
    }
    Optional<LocalDate> opened = balanceDay(header, OPENING);
    Optional<LocalDate> closed = balanceDay(header, CLOSING);
    Optional<LocalDate> made = made(header, messageMade);
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

  /** The last day, as far as what stands before the entries says. */
  static Optional<LocalDate> endByHeader(XmlElement header, Optional<LocalDate> messageMade)
      throws UnreadableFile {
    Optional<LocalDate> said = header.optional("FrToDt/ToDtTm", CamtTimes::lastDay);
    if (said.isPresent()) {
      return said;
    }
    Optional<LocalDate> closed = balanceDay(header, CLOSING);
    return closed.isPresent() ? closed : made(header, messageMade);
  }

  private static StatementPeriod asSaid(XmlElement fromTo) throws UnreadableFile {
    LocalDate from = fromTo.required("FrDtTm").read(CamtTimes::day);
    XmlElement end = fromTo.required("ToDtTm");
    LocalDate to = end.read(CamtTimes::lastDay);
    if (to.isBefore(from)) {
      throw end.wrong("must be after FrDtTm");
    }
    return new StatementPeriod(from, to);
  }

  private static Optional<LocalDate> balanceDay(XmlElement header, String type)
      throws UnreadableFile {
    for (XmlElement balance : header.all("Bal")) {
      if (balance.first("Tp/CdOrPrtry/Cd").filter(code -> code.text().equals(type)).isPresent()) {
        return Optional.of(CamtTimes.day(balance.required("Dt")));
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> made(XmlElement header, Optional<LocalDate> messageMade)
      throws UnreadableFile {
    Optional<LocalDate> own = header.optional("CreDtTm", CamtTimes::day);
    return own.isPresent() ? own : messageMade;
  }
}
