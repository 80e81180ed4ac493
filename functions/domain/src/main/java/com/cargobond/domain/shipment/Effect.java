package com.cargobond.domain.shipment;

/**
 * What an event did to the guarantee when it was applied; part of a shipment's history. The
 * weightiest come first: that is how an event with several effects is told.
 */
public enum Effect {
  /** The guarantee does not cover it; what was held for it is restored besides. */
  REFUSED(0),
  /** Taken although a rule forbids it, because the goods are out. */
  FORCED(1),
  /** Moved from what was held to paid claims. */
  CLAIM_PAID(-1),
  /** Paid by the guarantor though nothing, or not so much, was held for it. */
  CLAIM_BOOKED(0),
  /** Moved from reserved to open demands. */
  DEMANDED(0),
  /** Moved from open demands back to reserved. */
  DEMAND_WITHDRAWN(0),
  /** Taken from the limit: an estimate, assessed duty, a late charge, or more of these. */
  RESERVED(1),
  /** Held no more. */
  RESTORED(-1),
  /** The reservation can no longer be taken back before discharge. */
  CONFIRMED(0),
  /** Kept until the declaration that it belongs to is known. */
  PARKED(0),
  /** Known from now on; no money depends on it. */
  RECORDED(0),
  /** Written by earlier versions, which did not say whether more or less was held. */
  ADJUSTED(0);

  private final int sign;

  Effect(int sign) {
    this.sign = sign;
  }

  /** Whether its amount is held more (1), held less (-1), or moves within what is held (0). */
  public int sign() {
    return sign;
  }
}
