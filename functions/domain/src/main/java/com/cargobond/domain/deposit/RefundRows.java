package com.cargobond.domain.deposit;

import java.util.Optional;
import java.util.Set;

/**
 * How many rows the ledger writes for the refunds of a deposit when it changes. A word of Customs
 * is a fact, however many orders it turns; what must be bounded is what one transaction writes,
 * which holds 100 items. An order that opens or closes no refund writes none.
 */
final class RefundRows {

  /**
   * Bounds rows and notices for refunds in one change. What else a word of Customs may write: the
   * deposit and its trail (2); a deadline that goes and one that comes (2); entries for each of the
   * nine exceptions that its words bring or end (9), and those of earlier versions that go (20);
   * the event's receipt (1); a notice for each exception but the dormant one, and one of what was
   * forfeited (9). These are 43 items of 100.
   */
  static final int WITH_NOTICES_MAX = 57;

  /** Bounds the rows alone, so that some refunds are always ordered at once: 25 may open. */
  static final int MAX = 50;

  /** A refund that opens has a claim on its id, and a place among the open ones. */
  static final int OF_ONE = 2;

  private RefundRows() {}

  /**
   * Whether an event of Customs makes more rows than one change may write: its own, or those of a
   * change that cannot be set aside. As long as the deposit is not taken, what waits will be opened
   * by the event that takes it; and what is refused for want of money, by the bank's answer that it
   * did not pay what was sent.
   */
  static boolean areTooMany(Deposit before, Deposit after) {
    if (after.figures().isEmpty()) {
      return after.refundsWaiting() * OF_ONE > MAX;
    }
    int wanting = after.refundsWantingMoney();
    boolean isOneMore = wanting > before.refundsWantingMoney();
    return between(before, after) > MAX || isOneMore && wanting * OF_ONE > MAX;
  }

  /** How many are written at most. */
  static int between(Deposit before, Deposit after) {
    Set<RefundId> ordered = after.refundsOrderedSince(before);
    long opened =
        after.refunds().stream()
            .filter(refund -> ordered.contains(refund.id()) || before.refund(refund.id()).isEmpty())
            .count();
    long turned = before.refunds().stream().filter(refund -> turns(refund, after, ordered)).count();
    return Math.toIntExact(opened * OF_ONE + turned);
  }

  private static boolean turns(Refund refund, Deposit after, Set<RefundId> ordered) {
    Optional<Refund> then = after.refund(refund.id());
    boolean isCounted = then.isPresent() && ordered.contains(refund.id());
    return !isCounted && refund.isOpen() != then.filter(Refund::isOpen).isPresent();
  }
}
