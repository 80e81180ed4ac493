package com.cargobond.domain.deposit;

import com.cargobond.domain.law.Law;
import com.cargobond.domain.payment.Payment;
import com.cargobond.domain.payment.PaymentEntry;
import com.cargobond.domain.payment.PaymentSilences;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the passing of days says about a deposit: that the bank is silent, or that nobody speaks of
 * it. It moves no money, since that nothing was heard is no decision.
 */
final class DepositClock {

  private final DepositState state;
  private final PaymentSilences silences;

  DepositClock(DepositState state) {
    this.state = state;
    this.silences = new PaymentSilences(state.payments, RefundTerms.TERMS);
  }

  /** The day on which a person must look at it next, if nothing happens before. */
  Optional<LocalDate> deadline() {
    return silences.deadline(payments()).or(this::idleDeadline);
  }

  /** What is to be written of the bank's silence by now. */
  List<PaymentEntry.Unanswered> silences(LocalDate today, Instant now) {
    return silences.on(today, payments(), now);
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

  private List<Payment> payments() {
    return state.refunds.values().stream().map(Refund::payment).toList();
  }
}
