package com.cargobond.store.deployment;

/** Whom a function calls outside the deployment: each has an address and a secret. */
public enum Counterparty {
  /** The bank that pays. */
  BANK
}
