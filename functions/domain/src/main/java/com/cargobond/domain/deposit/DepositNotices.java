package com.cargobond.domain.deposit;

import com.cargobond.domain.event.Fingerprint;
import com.cargobond.domain.ledger.LedgerNoticeType;
import com.cargobond.domain.ledger.Matter;
import com.cargobond.domain.ledger.NewMatters;
import com.cargobond.domain.ledger.Notice;
import com.cargobond.domain.ledger.NoticeType;
import com.cargobond.domain.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What must be told, and which refunds must be seen to, because a deposit changed. */
public final class DepositNotices {

  /**
   * Bounds the orders of one change, which are written in one transaction with the refunds' rows;
   * the sweep pays what was not ordered.
   */
  static final int REFUNDS_DUE_MAX = 30;

  private DepositNotices() {}

  /** Each change once; {@code after} is {@code before} with more in its journal. */
  public static List<Notice> of(Deposit before, Deposit after) {
    List<Notice> notices = new ArrayList<>();
    Set<RefundId> ordered = after.refundsOrderedSince(before);
    int rows = RefundRows.between(before, after);
    after.refunds().stream()
        .filter(refund -> canBeSent(after, refund))
        .filter(refund -> ordered.contains(refund.id()) || !isSame(before, refund))
        .limit(Math.clamp(RefundRows.WITH_NOTICES_MAX - rows, 0, REFUNDS_DUE_MAX))
        .forEach(
            refund ->
                notices.add(
                    notice(
                        after,
                        DepositNoticeType.REFUND_DUE,
                        refund.id().value(),
                        Optional.empty(),
                        Optional.of(refund.amount()))));
    if (before.status() != after.status() && after.status() == DepositStatus.DORMANT) {
      notices.add(ofTheWhole(after, DepositNoticeType.DEPOSIT_DORMANT));
    }
    if (forfeitedMinor(after) > forfeitedMinor(before)) {
      notices.add(ofTheWhole(after, DepositNoticeType.DEPOSIT_FORFEITED));
    }
    newMatters(before, after).forEach(matter -> notices.add(needsAPerson(after, matter)));
    return notices;
  }

  private static long forfeitedMinor(Deposit deposit) {
    return deposit.figures().map(DepositFigures::forfeited).orElse(0L);
  }

  /** A dormant deposit has a notice of its own. */
  private static Stream<Matter> newMatters(Deposit before, Deposit after) {
    return NewMatters.of(before.matters(), after.matters()).stream()
        .filter(matter -> matter.code() != DepositExceptionCode.DEPOSIT_DORMANT);
  }

  private static Notice ofTheWhole(Deposit deposit, NoticeType type) {
    return notice(deposit, type, deposit.id().value(), Optional.empty(), Optional.empty());
  }

  /** What failed is left to the sweep: the bank's reason will hardly have gone by at once. */
  private static boolean canBeSent(Deposit deposit, Refund refund) {
    return refund.status() == RefundStatus.APPROVED && deposit.letsPay(refund.id());
  }

  private static boolean isSame(Deposit before, Refund refund) {
    return before.refund(refund.id()).filter(refund::equals).isPresent()
        && before.letsPay(refund.id());
  }

  private static Notice needsAPerson(Deposit deposit, Matter matter) {
    return notice(
        deposit,
        LedgerNoticeType.NEEDS_A_PERSON,
        matter.reference(),
        Optional.of(matter.code().name()),
        Optional.empty());
  }

  private static Notice notice(
      Deposit deposit,
      NoticeType type,
      String reference,
      Optional<String> code,
      Optional<Money> amount) {
    // The journal's length tells the same matter at two times apart.
    String id =
        Fingerprint.of(
            deposit.id().value(),
            type.name(),
            reference,
            code.orElse(""),
            Integer.toString(deposit.journal().size()));
    return new Notice(id, type, deposit.shipment(), Optional.empty(), reference, code, amount);
  }
}
