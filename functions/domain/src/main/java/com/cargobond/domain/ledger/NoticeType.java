package com.cargobond.domain.ledger;

import java.util.Optional;

/** What others are told as soon as it is on the ledger. Each capability has an enum of its own. */
public interface NoticeType {

  /** As it is told and kept. */
  String name();

  /** Whether it orders a payment, and is nothing for others to read. */
  default boolean isPaymentOrder() {
    return false;
  }

  /**
   * What operations are called for whenever it is told, and what they do; empty for a usual day.
   */
  default Optional<String> alarm() {
    return Optional.empty();
  }
}
