package com.cargobond.local.guarantee;

import com.cargobond.local.sample.Fen;
import com.fasterxml.jackson.databind.JsonNode;

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
public record GuaranteePosition(
    long limit, long reserved, long openDemands, long paidClaims, long consumed, long available) {

  /** Where the API says a guarantee stands. */
  public static GuaranteePosition of(GuaranteeClient guarantee) {
    JsonNode position = guarantee.position();
    return new GuaranteePosition(
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
