package com.cargobond.domain.ledger;

import com.cargobond.domain.event.Fingerprint;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.money.Money;
import java.util.Optional;

/**
 * Something to tell carrier, bank or Customs; names no person and no account.
 *
 * @param id the same for the same matter however often it is sent
 * @param shipment that it is about; none if it is about a guarantee as a whole
 * @param guaranteeId the guarantee that it is about, if there is one
 * @param reference the declaration, demand or event that it is about
 * @param code a refusal or exception code, if there is one
 */
public record Notice(
    String id,
    NoticeType type,
    Optional<ShipmentId> shipment,
    Optional<String> guaranteeId,
    String reference,
    Optional<String> code,
    Optional<Money> amount) {

  /**
   * Tells that an event was set aside. The reference stands for its id and content together, since
   * several contents may come under one id.
   */
  public static Notice quarantined(ShipmentEvent event, Code reason) {
    return of(
        event,
        LedgerNoticeType.EVENT_QUARANTINED,
        Optional.empty(),
        Fingerprint.of(event.key(), event.fingerprint()),
        Optional.of(reason.name()),
        Optional.empty());
  }

  /** Tells what an event brought about; the same for the same event, type, reference and code. */
  public static Notice of(
      ShipmentEvent cause,
      NoticeType type,
      Optional<String> guaranteeId,
      String reference,
      Optional<String> code,
      Optional<Money> amount) {
    String id = Fingerprint.of(cause.key(), type.name(), reference, code.orElse(""));
    return new Notice(
        id, type, Optional.of(cause.shipment()), guaranteeId, reference, code, amount);
  }
}
