package com.cargobond.domain.deposit;

import com.cargobond.domain.data.DataFile;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What follows from the bank's reason; the table is {@code refund-reasons.csv}. */
final class RefundReasons {

  /** What follows when the bank does not pay, or pays back. */
  enum Follows {
    /** Another account, or a person. */
    REPAIR,
    /** A new attempt, later. */
    RETRY,
    /** The money may be moving: a question about every attempt, and no new one. */
    ASK
  }

  private record Row(Follows follows, Duration distance) {}

  private static final Row A_PERSON = new Row(Follows.REPAIR, Duration.ZERO);

  private static final Map<String, Row> ROWS =
      DataFile.rows(RefundReasons.class, "refund-reasons.csv", 4).stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  row -> row.get(0),
                  row ->
                      new Row(
                          Follows.valueOf(row.get(1)),
                          Duration.ofMinutes(Long.parseLong(row.get(2))))));

  private RefundReasons() {}

  /** A reason that nobody knows, or none, needs a person. */
  static Follows follows(Optional<String> reason) {
    return row(reason).follows;
  }

  /**
   * How long to wait before a new attempt: twice as long each time, since what did not go by in an
   * hour will hardly in another.
   *
   * @param failures how often it has failed on this account, at least once
   */
  static Duration waitAfter(Optional<String> reason, int failures) {
    return row(reason)
        .distance
        .multipliedBy(1L << Math.clamp(failures - 1, 0, Refund.ATTEMPTS_MAX));
  }

  private static Row row(Optional<String> reason) {
    return reason.map(code -> ROWS.getOrDefault(code, A_PERSON)).orElse(A_PERSON);
  }
}
