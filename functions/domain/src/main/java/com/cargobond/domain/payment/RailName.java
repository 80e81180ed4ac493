package com.cargobond.domain.payment;

/** Through whom is paid. Each has rows of its own in the tables of hours and of reasons. */
public enum RailName {
  /** The bank's payment API. */
  BANK
}
