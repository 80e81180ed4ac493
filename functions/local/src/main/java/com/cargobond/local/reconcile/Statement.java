package com.cargobond.local.reconcile;

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
 */
public record Statement(
    String id,
    String account,
    LocalDate from,
    LocalDate to,
    Currency currency,
    List<StatementEntry> entries) {

  /** Where the bank's days begin and end. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  public Statement {
    entries = List.copyOf(entries);
  }

  /** Whether a moment lies in the period. */
  boolean covers(Instant moment) {
    LocalDate day = moment.atZone(ZONE).toLocalDate();
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
