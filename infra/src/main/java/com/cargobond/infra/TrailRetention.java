package com.cargobond.infra;

import java.time.LocalDate;
import java.util.List;

/**
 * How long the write-once copy of the audit trail is kept: nobody can shorten it for what is
 * written. What is written while a rule is in force keeps that rule's time.
 *
 * @param from the day since when
 * @param basis where it comes from
 */
record TrailRetention(LocalDate from, int years, String basis) {

  /** The latest last; a change is a new line. */
  private static final List<TrailRetention> RULES =
      List.of(
          new TrailRetention(
              LocalDate.of(2025, 1, 1),
              10,
              "Anti-Money Laundering Law of the People's Republic of China, as of 2025-01-01"));

  /** The rule of a day. */
  static TrailRetention on(LocalDate day) {
    return RULES.stream()
        .filter(rule -> !rule.from().isAfter(day))
        .reduce((earlier, later) -> later)
        .orElseGet(RULES::getFirst);
  }
}
