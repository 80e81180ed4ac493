package com.cargobond.domain.ledger;

import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.deposit.DepositException;
import com.cargobond.domain.deposit.Refund;
import com.cargobond.domain.deposit.RefundStatus;
import com.cargobond.domain.event.Fingerprint;
import com.cargobond.domain.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What must be told, and which refunds must be seen to, because a deposit changed. */
public final class DepositNotices {

  /**
   * Bounds the orders of one change, which are written in one transaction; the sweep pays what was
   * not ordered.
   */
  static final int REFUNDS_DUE_MAX = 50;

  private DepositNotices() {}

  /** Each change once; {@code after} is {@code before} with more in its journal. */
  public static List<Notice> of(Deposit before, Deposit after) {
    List<Notice> notices = new ArrayList<>();
    after.refunds().stream()
        .filter(refund -> canBeSent(after, refund) && !isSame(before, refund))
        .limit(REFUNDS_DUE_MAX)
        .forEach(
            refund ->
                notices.add(
                    notice(
                        after,
                        NoticeType.REFUND_DUE,
                        refund.id().value(),
                        Optional.empty(),
                        Optional.of(refund.amount()))));
    elapsed(before, after)
        .ifPresent(
            type ->
                notices.add(
                    notice(after, type, after.id().value(), Optional.empty(), Optional.empty())));
    after.exceptions().stream()
        .filter(matter -> !before.exceptions().contains(matter))
        .forEach(matter -> notices.add(needsAPerson(after, matter)));
    return notices;
  }

  private static Optional<NoticeType> elapsed(Deposit before, Deposit after) {
    if (before.status() == after.status()) {
      return Optional.empty();
    }
    return switch (after.status()) {
      case DORMANT -> Optional.of(NoticeType.DEPOSIT_DORMANT);
      case FORFEITED -> Optional.of(NoticeType.DEPOSIT_FORFEITED);
      default -> Optional.empty();
    };
  }

  /** What failed is left to the sweep: the bank's reason will hardly have gone by at once. */
  private static boolean canBeSent(Deposit deposit, Refund refund) {
    return refund.status() == RefundStatus.APPROVED && !deposit.isFrozen();
  }

  private static boolean isSame(Deposit before, Refund refund) {
    return !before.isFrozen() && before.refund(refund.id()).filter(refund::equals).isPresent();
  }

  private static Notice needsAPerson(Deposit deposit, DepositException matter) {
    return notice(
        deposit,
        NoticeType.NEEDS_A_PERSON,
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
