package com.cargobond.store.ledger;

/** Others wrote the same items every time; the cause can be tried again later. */
public final class BusyLedger extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** After as many attempts as are allowed. */
  public BusyLedger() {
    super("the ledger was written by others at every attempt");
  }
}
