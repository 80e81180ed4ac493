package com.cargobond.domain.guarantee;

import com.cargobond.domain.event.Fingerprint;
import com.cargobond.domain.ledger.Notice;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/** How a guarantee's ends are told. */
public final class GuaranteeNotices {

  private GuaranteeNotices() {}

  /**
   * Tells how cover comes to its end.
   *
   * @param daysLeft before it; empty if it has ended
   */
  public static Notice expiring(Guarantee guarantee, OptionalInt daysLeft) {
    return ending(
        guarantee,
        daysLeft.isPresent()
            ? GuaranteeNoticeType.GUARANTEE_EXPIRES
            : GuaranteeNoticeType.GUARANTEE_EXPIRED,
        guarantee.terms().coverTo(),
        daysLeft);
  }

  /**
   * Tells how the suretyship period comes to its end while something is open.
   *
   * @param daysLeft before it; empty if it has ended
   */
  public static Notice suretyshipEnding(Guarantee guarantee, OptionalInt daysLeft) {
    return ending(
        guarantee,
        daysLeft.isPresent()
            ? GuaranteeNoticeType.SURETYSHIP_ENDS
            : GuaranteeNoticeType.SURETYSHIP_ENDED,
        guarantee.terms().suretyshipTo(),
        daysLeft);
  }

  private static Notice ending(
      Guarantee guarantee, GuaranteeNoticeType type, LocalDate end, OptionalInt daysLeft) {
    String code = daysLeft.isPresent() ? daysLeft.getAsInt() + "_DAYS" : "";
    return new Notice(
        Fingerprint.of(guarantee.id().value(), type.name(), end.toString(), code),
        type,
        Optional.empty(),
        Optional.of(guarantee.id().value()),
        end.toString(),
        Optional.of(code).filter(text -> !text.isEmpty()),
        Optional.empty());
  }
}
