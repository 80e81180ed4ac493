package com.cargobond.domain.deposit;

import com.cargobond.domain.calendar.ChinaDay;
import com.cargobond.domain.law.Law;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the passing of days says about a deposit: that the bank is silent, or that nobody speaks of
 * it. It moves no money, since that nothing was heard is no decision.
 */
final class DepositClock {

  private final DepositState state;

  DepositClock(DepositState state) {
    this.state = state;
  }

  /** The day on which a person must look at it next, if nothing happens before. */
  Optional<LocalDate> deadline() {
    return unflagged()
        .map(DepositClock::answerDeadline)
        .min(LocalDate::compareTo)
        .or(this::idleDeadline);
  }

  /** The attempts that the bank should have answered for by now, and that nobody was told of. */
  List<Attempt> silences(LocalDate today, int max) {
    return unflagged()
        .filter(attempt -> !today.isBefore(answerDeadline(attempt)))
        .limit(max)
        .toList();
  }

  /** Since when it is dormant; empty while anybody has to act on it. */
  Optional<LocalDate> dormantSince() {
    return isIdle() ? state.idleSince() : Optional.empty();
  }

  /** Time under a court's order does not count: the count begins with its lifting. */
  private Optional<LocalDate> idleDeadline() {
    return isIdle() && state.idleSince().isEmpty()
        ? state
            .lastActivity()
            .map(activity -> activity.plusDays(Law.on(activity).depositDormantDays()))
        : Optional.empty();
  }

  private boolean isIdle() {
    boolean isHeld = state.figures.filter(figures -> figures.held() > 0).isPresent();
    return isHeld
        && !state.isFrozen()
        && state.refunds.values().stream()
            .allMatch(
                refund ->
                    refund.status() == RefundStatus.REFUNDED
                        || refund.status() == RefundStatus.LAPSED);
  }

  private Stream<Attempt> unflagged() {
    return state.refunds.values().stream()
        .flatMap(refund -> refund.awaited().stream())
        .filter(attempt -> !state.payments.unanswered.contains(attempt.uetr()));
  }

  /** A duplicate is asked about from when the bank spoke of it. */
  private static LocalDate answerDeadline(Attempt attempt) {
    LocalDate since = ChinaDay.of(attempt.decidedAt().orElse(attempt.sentAt()));
    return since.plusDays(Law.on(since).refundUnansweredDays());
  }
}
