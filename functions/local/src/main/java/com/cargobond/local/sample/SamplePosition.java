package com.cargobond.local.sample;

import com.cargobond.local.client.GuaranteeClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;

/**
 * Where a guarantee stands, expected or found, in fen.
 *
 * @param limit the face amount
 * @param reserved held for shipments
 * @param openDemands demanded and not paid yet
 * @param paidClaims paid by the bank
 * @param consumed restored to a guarantee that does not revolve
 * @param available what can be reserved; below zero when over-committed
 */
public record SamplePosition(
    long limit, long reserved, long openDemands, long paidClaims, long consumed, long available) {

  /** Adds up what the shipments of a guarantee must leave behind. */
  static SamplePosition expected(SampleGuarantee guarantee, Collection<ExpectedShipment> all) {
    long reserved = 0;
    long claimed = 0;
    long consumed = 0;
    for (ExpectedShipment shipment : all) {
      if (shipment.guarantee() == guarantee) {
        reserved += shipment.openFen();
        claimed += shipment.claimedFen();
        consumed += shipment.consumedFen();
      }
    }
    long available = guarantee.limitFen() - claimed - reserved - consumed;
    return new SamplePosition(guarantee.limitFen(), reserved, 0, claimed, consumed, available);
  }

  /** Where the API says a guarantee stands. */
  static SamplePosition of(GuaranteeClient guarantee) {
    JsonNode position = guarantee.position();
    return new SamplePosition(
        Fen.read(position.path("limit")),
        Fen.read(position.path("reserved")),
        Fen.read(position.path("openDemands")),
        Fen.read(position.path("paidClaims")),
        Fen.read(position.path("consumed")),
        Fen.read(position.path("available")));
  }

  /** Whether the parts add up to the limit. */
  public boolean isConserved() {
    return reserved + openDemands + paidClaims + consumed + available == limit;
  }

  @Override
  public String toString() {
    return "limit %s, reserved %s, openDemands %s, paidClaims %s, consumed %s, available %s"
        .formatted(
            Fen.decimal(limit),
            Fen.decimal(reserved),
            Fen.decimal(openDemands),
            Fen.decimal(paidClaims),
            Fen.decimal(consumed),
            Fen.decimal(available));
  }
}
