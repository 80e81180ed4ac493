package com.cargobond.local.reconcile;

import com.cargobond.domain.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One entry ({@code Ntry}) as far as it was understood.
 *
 * @param isBooked whether it moved money
 * @param codes what the bank calls it, each part of its transaction code by its place
 * @param transactions what it is made of, none if it moved nothing
 */
record BookedEntry(
    int line,
    boolean isBooked,
    Optional<Money> amount,
    Optional<Direction> direction,
    Optional<LocalDate> bookedOn,
    Set<String> codes,
    List<StatementEntry> transactions) {

  /** What it adds to the balance, as far as it could be read. */
  BigDecimal signed() {
    return amount
        .flatMap(money -> direction.map(way -> CamtValues.signed(money, way)))
        .orElse(BigDecimal.ZERO);
  }

  boolean isOutside(LocalDate from, LocalDate to) {
    return isBooked && bookedOn.filter(day -> day.isBefore(from) || day.isAfter(to)).isPresent();
  }
}
