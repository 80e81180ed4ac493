package com.cargobond.domain.readme;

import com.cargobond.domain.fixture.ADeposit;
import com.cargobond.domain.fixture.Freight;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.ledger.Refused;
import com.cargobond.domain.payment.Attempt;
import com.cargobond.domain.payment.NextStep;
import com.cargobond.domain.payment.OpeningHours;
import com.cargobond.domain.payment.PaymentOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What becomes of a payment of two attempts, with a bank that may say anything of each, and against
 * its own word.
 */
final class FreightStates {

  static final List<String> REASONS = List.of("AC04", "MS03", "AM05");

  private static final int ATTEMPTS_MAX = 2;

  private FreightStates() {}

  static Exploration explored(Exploration exploration) {
    List<UnaryOperator<Freight>> happenings =
        new ArrayList<>(
            List.of(
                FreightStates::sent,
                FreightStates::denied,
                FreightStates::repaired,
                Freight::cancelled));
    for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
      for (PaymentOutcome outcome : PaymentOutcome.values()) {
        for (String reason : REASONS) {
          int number = attempt;
          happenings.add(freight -> told(freight, number, outcome, reason));
        }
      }
    }
    return exploration.of(
        Freight.owed(),
        happenings,
        freight -> freight.payment().status(),
        freight ->
            List.of(
                freight.payment(),
                freight.payments().isClaimed(freight.payment()),
                freight.allows(freight.payment())));
  }

  private static Freight sent(Freight freight) {
    int attempts = freight.payment().attempts().size();
    return attempts < ATTEMPTS_MAX && next(freight) instanceof NextStep.Send
        ? freight.sending(Freight.PAYMENT, uetr(attempts), ADeposit.NOON)
        : freight;
  }

  private static Freight denied(Freight freight) {
    return next(freight) instanceof NextStep.Ask ask
        ? freight.answered(
            Freight.PAYMENT,
            ask.uetr(),
            Optional.empty(),
            Optional.empty(),
            ADeposit.NOON,
            ADeposit.NOON)
        : freight;
  }

  private static Freight repaired(Freight freight) {
    try {
      return freight.repair("99", ADeposit.NOON);
    } catch (Refused notNow) {
      return freight;
    }
  }

  private static Freight told(Freight freight, int number, PaymentOutcome outcome, String reason) {
    List<Attempt> attempts = freight.payment().attempts();
    return number < attempts.size()
        ? freight.told(
            Freight.PAYMENT,
            attempts.get(number).uetr(),
            outcome,
            Optional.of(reason),
            ADeposit.NOON)
        : freight;
  }

  private static NextStep next(Freight freight) {
    return freight.nextStep(Freight.PAYMENT, Instant.MAX, OpeningHours.always());
  }

  static Uetr uetr(int number) {
    return new Uetr("00000000-0000-4000-8000-%012d".formatted(number));
  }
}
