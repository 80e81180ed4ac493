package com.cargobond.local.reconcile;

import com.cargobond.domain.calendar.ChinaDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/**
 * What a bank booked on one account in a period.
 *
 * @param from the first day, in China Standard Time
 * @param to the last day, in China Standard Time
 * @param currency the account's
 * @param findings what a person must know of it besides its entries
 */
public record Statement(
    String id,
    String account,
    LocalDate from,
    LocalDate to,
    Currency currency,
    List<StatementEntry> entries,
    List<Finding> findings) {

  /** Where the bank's days begin and end. */
  public static final ZoneId ZONE = ChinaDay.ZONE;

  public Statement {
    entries = List.copyOf(entries);
    findings = List.copyOf(findings);
  }

  /** Whether nothing in it contradicts something else in it, or was not understood. */
  public boolean isInOrder() {
    return findings.stream().noneMatch(Finding::isWrong);
  }

  /** Whether a moment lies in the period. */
  boolean covers(Instant moment) {
    LocalDate day = moment.atZone(ZONE).toLocalDate();
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
