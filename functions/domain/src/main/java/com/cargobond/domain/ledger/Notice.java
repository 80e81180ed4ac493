package com.cargobond.domain.ledger;

import com.cargobond.domain.event.Fingerprint;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.ledger.Outcome.QuarantineReason;
import com.cargobond.domain.money.Money;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something to tell carrier, bank or Customs; names no person and no account.
 *
 * @param id the same for the same matter however often it is sent
 * @param shipment that it is about; none if it is about a guarantee as a whole
 * @param reference the declaration, demand or event that it is about
 * @param code a refusal or exception code, if there is one
 */
public record Notice(
    String id,
    NoticeType type,
    Optional<ShipmentId> shipment,
    Optional<GuaranteeId> guaranteeId,
    String reference,
    Optional<String> code,
    Optional<Money> amount) {

  /**
   * Tells that an event was set aside. The reference stands for its id and content together, since
   * several contents may come under one id.
   */
  public static Notice quarantined(ShipmentEvent event, QuarantineReason reason) {
    return of(
        event,
        NoticeType.EVENT_QUARANTINED,
        Optional.empty(),
        Fingerprint.of(event.key(), event.fingerprint()),
        Optional.of(reason.name()),
        Optional.empty());
  }

  /**
   * Tells how cover comes to its end.
   *
   * @param daysLeft before it; empty if it has ended
   */
  public static Notice expiring(Guarantee guarantee, OptionalInt daysLeft) {
    return ending(
        guarantee,
        daysLeft.isPresent() ? NoticeType.GUARANTEE_EXPIRES : NoticeType.GUARANTEE_EXPIRED,
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
        daysLeft.isPresent() ? NoticeType.SURETYSHIP_ENDS : NoticeType.SURETYSHIP_ENDED,
        guarantee.terms().suretyshipTo(),
        daysLeft);
  }

  private static Notice ending(
      Guarantee guarantee, NoticeType type, LocalDate end, OptionalInt daysLeft) {
    String code = daysLeft.isPresent() ? daysLeft.getAsInt() + "_DAYS" : "";
    return new Notice(
        Fingerprint.of(guarantee.id().value(), type.name(), end.toString(), code),
        type,
        Optional.empty(),
        Optional.of(guarantee.id()),
        end.toString(),
        Optional.of(code).filter(text -> !text.isEmpty()),
        Optional.empty());
  }

  static Notice of(
      ShipmentEvent cause,
      NoticeType type,
      Optional<GuaranteeId> guaranteeId,
      String reference,
      Optional<String> code,
      Optional<Money> amount) {
    String id = Fingerprint.of(cause.key(), type.name(), reference, code.orElse(""));
    return new Notice(
        id, type, Optional.of(cause.shipment()), guaranteeId, reference, code, amount);
  }
}
