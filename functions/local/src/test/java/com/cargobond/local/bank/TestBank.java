package com.cargobond.local.bank;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Banks that do one thing, in no time. */
final class TestBank {

  static final Instant NOW = Instant.parse("2026-03-17T08:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  /** Longer than any test lasts. */
  static final BankDelays OUTCOMES_NEVER_COME =
      new BankDelays(Duration.ZERO, Duration.ofDays(1), Duration.ZERO);

  /** Takes everything. */
  static final OutcomeNotifier TAKEN = outcome -> true;

  private TestBank() {}

  static StandInBank bank(BankSchedule schedule, BankBook book) {
    return bank(schedule, book, TAKEN, BankDelays.NONE);
  }

  static StandInBank bank(
      BankSchedule schedule, BankBook book, OutcomeNotifier notifier, BankDelays delays) {
    return new StandInBank(0, BankCaller.TOKEN, schedule, book, notifier, delays, CLOCK);
  }

  /** Every payment comes to stand there, one after the other. */
  static BankSchedule always(PaymentState... states) {
    return (endToEndId, attempt) -> new PaymentPlan(AnswerMode.AT_ONCE, List.of(states), 1);
  }

  /** The first request is answered so, the others at once; all settle. */
  static BankSchedule first(AnswerMode answer) {
    return (endToEndId, attempt) ->
        new PaymentPlan(
            attempt == 1 ? answer : AnswerMode.AT_ONCE, List.of(PaymentState.SETTLED), 1);
  }

  static List<PaymentStatus> statuses(BankBook book) {
    return book.journal().stream()
        .filter(Booking.class::isInstance)
        .map(entry -> ((Booking) entry).status())
        .toList();
  }
}
