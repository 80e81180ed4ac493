package com.cargobond.domain.deposit;

import java.util.List;
import java.util.Optional;

/** Where a deposit stands: what is furthest from its end decides. */
public enum DepositStatus {
  /** Something is known of it, but not that it was paid. */
  REQUIRED,
  HELD,
  /** Part of it became duty, the rest is held. */
  CONVERT_APPROVED,
  REFUND_APPROVED,
  REFUND_SENT,
  /** The bank rejected or returned a refund, which is tried again. */
  REFUND_FAILED,
  /** A refund waits for another account. */
  REPAIR,
  /** Nobody has said anything of it for a long time. */
  DORMANT,
  /** All of it left: paid back, at least in part. */
  REFUNDED,
  /** All of it became duty. */
  CONVERTED,
  /** What was left fell to the treasury. */
  FORFEITED;

  private static final List<RefundStatus> FURTHEST_FIRST =
      List.of(
          RefundStatus.REPAIR,
          RefundStatus.ASKING,
          RefundStatus.FAILED,
          RefundStatus.SENT,
          RefundStatus.APPROVED);

  /** That of a deposit that was taken: an open refund, or what is held, is never hidden. */
  static DepositStatus of(List<Refund> refunds, DepositFigures figures, boolean isDormant) {
    Optional<DepositStatus> open =
        FURTHEST_FIRST.stream()
            .filter(status -> refunds.stream().anyMatch(refund -> refund.status() == status))
            .map(DepositStatus::of)
            .findFirst();
    return open.orElseGet(() -> figures.held() > 0 ? held(figures, isDormant) : ended(figures));
  }

  private static DepositStatus of(RefundStatus refund) {
    return switch (refund) {
      case REPAIR -> REPAIR;
      case FAILED, ASKING -> REFUND_FAILED;
      case SENT -> REFUND_SENT;
      case APPROVED -> REFUND_APPROVED;
      case REFUNDED -> REFUNDED;
      case LAPSED -> HELD;
    };
  }

  private static DepositStatus held(DepositFigures figures, boolean isDormant) {
    if (isDormant) {
      return DORMANT;
    }
    return figures.converted() > 0 ? CONVERT_APPROVED : HELD;
  }

  private static DepositStatus ended(DepositFigures figures) {
    if (figures.forfeited() > 0) {
      return FORFEITED;
    }
    return figures.refunded() > 0 ? REFUNDED : CONVERTED;
  }
}
