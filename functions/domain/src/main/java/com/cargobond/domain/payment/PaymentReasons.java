package com.cargobond.domain.payment;

import com.cargobond.domain.data.DataFile;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What follows from a rail's reason; the table is {@code payment-reasons.csv}. */
final class PaymentReasons {

  /** What follows when the bank does not pay, or pays back. */
  enum Follows {
    /** Another account, or a person. */
    REPAIR,
    /** A new attempt, later. */
    RETRY,
    /** The money may be moving: a question about every attempt, and no new one. */
    ASK
  }

  /**
   * What follows from one reason.
   *
   * @param firstWait how long to wait before the second attempt
   * @param longestWait how long to wait at most
   * @param attemptsMax after so many attempts on one account a person looks at it
   */
  record Rule(Follows follows, Duration firstWait, Duration longestWait, int attemptsMax) {

    /** Beyond so many doublings every wait is the longest. */
    private static final int DOUBLINGS_MAX = 16;

    boolean isRetriedAfter(int attempts) {
      return follows == Follows.RETRY && attempts < attemptsMax;
    }

    /**
     * How long to wait before a new attempt: twice as long each time, since what did not go by in
     * an hour will hardly in another.
     *
     * @param failures how often it has failed on this account
     */
    Duration waitAfter(int failures) {
      Duration doubled = firstWait.multipliedBy(1L << Math.clamp(failures - 1, 0, DOUBLINGS_MAX));
      return doubled.compareTo(longestWait) < 0 ? doubled : longestWait;
    }
  }

  private static final Rule A_PERSON = new Rule(Follows.REPAIR, Duration.ZERO, Duration.ZERO, 0);

  private static final Map<RailName, PaymentReasons> BY_RAIL = load();

  private final Map<String, NavigableMap<LocalDate, Rule>> rules = new HashMap<>();

  private PaymentReasons() {}

  private static Map<RailName, PaymentReasons> load() {
    Map<RailName, PaymentReasons> byRail = new EnumMap<>(RailName.class);
    DataFile.rows(PaymentReasons.class, "payment-reasons.csv", 8)
        .forEach(
            row ->
                byRail
                    .computeIfAbsent(RailName.valueOf(row.get(0)), rail -> new PaymentReasons())
                    .rules
                    .computeIfAbsent(row.get(2), code -> new TreeMap<>())
                    .put(
                        LocalDate.parse(row.get(1)),
                        new Rule(
                            Follows.valueOf(row.get(3)),
                            Duration.ofMinutes(Long.parseLong(row.get(4))),
                            Duration.ofMinutes(Long.parseLong(row.get(5))),
                            Integer.parseInt(row.get(6)))));
    return byRail;
  }

  static PaymentReasons of(RailName rail) {
    return BY_RAIL.get(rail);
  }

  /** What follows from a code on a day. One that nobody knows, or none, needs a person. */
  Rule rule(Optional<String> code, LocalDate day) {
    return code.map(rules::get)
        .map(dated -> dated.floorEntry(day))
        .map(Map.Entry::getValue)
        .orElse(A_PERSON);
  }
}
