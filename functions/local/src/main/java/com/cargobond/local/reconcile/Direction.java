package com.cargobond.local.reconcile;

/** Which way money goes, as the holder of the account sees it. */
public enum Direction {
  /** It leaves: a payment ({@code DBIT}). */
  DEBIT,
  /** It comes: a payment that came back, or something else ({@code CRDT}). */
  CREDIT
}
