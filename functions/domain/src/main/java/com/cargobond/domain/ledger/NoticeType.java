package com.cargobond.domain.ledger;

/** What others are told as soon as it is on the ledger. Each capability has an enum of its own. */
public interface NoticeType {

  /** As it is told and kept. */
  String name();

  /** Whether it orders a payment, and is nothing for others to read. */
  default boolean isPaymentOrder() {
    return false;
  }
}
