package com.cargobond.domain.shipment;

/** What an event did to the guarantee when it was applied; part of a shipment's history. */
public enum Effect {
  /** Known from now on; no money depends on it. */
  RECORDED,
  /** Kept until the declaration that it belongs to is known. */
  PARKED,
  /** The estimate was taken from the limit. */
  RESERVED,
  /** Taken although a rule forbids it, because the goods are out. */
  FORCED,
  /** The hold follows a new estimate, the assessed duty or a late charge. */
  ADJUSTED,
  /** The reservation can no longer be taken back before discharge. */
  CONFIRMED,
  /** Given back. */
  RESTORED,
  /** Moved from reserved to open demands. */
  DEMANDED,
  /** Moved from open demands back to reserved. */
  DEMAND_WITHDRAWN,
  /** Moved from open demands to paid claims. */
  CLAIM_PAID,
  /** The guarantee does not cover it; nothing moved. */
  REFUSED
}
