package com.cargobond.domain.deposit;

import com.cargobond.domain.money.Money;
import java.util.Currency;

/**
 * Where the money of one deposit is, in minor units of one currency. Always {@code received = held
 * + inFlight + refunded + converted + forfeited}, and none of them is negative.
 *
 * @param held with Customs
 * @param inFlight sent to the bank, which has not answered
 * @param refunded paid back
 * @param converted became duty
 * @param forfeited fell to the treasury
 */
public record DepositFigures(
    Currency currency,
    long received,
    long held,
    long inFlight,
    long refunded,
    long converted,
    long forfeited) {

  /**
   * Checks the invariant.
   *
   * @throws IllegalStateException if it does not hold: this deposit must not be carried on with
   */
  public DepositFigures {
    if (Math.min(Math.min(Math.min(held, inFlight), Math.min(refunded, converted)), forfeited) < 0
        || received != held + inFlight + refunded + converted + forfeited) {
      throw new IllegalStateException(
          "deposit out of balance: %d = %d + %d + %d + %d + %d"
              .formatted(received, held, inFlight, refunded, converted, forfeited));
    }
  }

  static DepositFigures taken(Money amount) {
    return new DepositFigures(amount.currency(), amount.minor(), amount.minor(), 0, 0, 0, 0);
  }

  DepositFigures send(long minor) {
    return new DepositFigures(
        currency, received, held - minor, inFlight + minor, refunded, converted, forfeited);
  }

  DepositFigures settle(long minor) {
    return new DepositFigures(
        currency, received, held, inFlight - minor, refunded + minor, converted, forfeited);
  }

  DepositFigures reject(long minor) {
    return new DepositFigures(
        currency, received, held + minor, inFlight - minor, refunded, converted, forfeited);
  }

  DepositFigures takeBack(long minor) {
    return new DepositFigures(
        currency, received, held + minor, inFlight, refunded - minor, converted, forfeited);
  }

  DepositFigures convert(long minor) {
    return new DepositFigures(
        currency, received, held - minor, inFlight, refunded, converted + minor, forfeited);
  }

  DepositFigures forfeit() {
    return new DepositFigures(
        currency, received, 0, inFlight, refunded, converted, forfeited + held);
  }
}
