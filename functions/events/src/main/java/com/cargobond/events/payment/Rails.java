package com.cargobond.events.payment;

import com.cargobond.domain.payment.RailName;
import jakarta.inject.Singleton;

/** The rails that this deployment is configured for. */
@Singleton
final class Rails {

  private final Bank bank;

  Rails(Bank bank) {
    this.bank = bank;
  }

  /**
   * The rail of this name.
   *
   * @throws IllegalStateException if it is not configured
   */
  Rail get(RailName name) {
    return switch (name) {
      case BANK -> bank.rail();
    };
  }
}
