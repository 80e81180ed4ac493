package com.cargobond.domain.audit;

import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.deposit.DepositFigures;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeTerms;
import com.cargobond.domain.guarantee.Position;
import java.util.stream.Collectors;

/**
 * How something stands, as a line of a trail; amounts in minor units, no names, no accounts.
 * Numbers are written as strings: formats of numbers load a locale's symbols, which a first event
 * pays for.
 */
public final class Snapshot {

  private Snapshot() {}

  /** Terms, status and the position of the whole. */
  public static String of(Guarantee guarantee) {
    GuaranteeTerms terms = guarantee.terms();
    return "status %s version %s registration %s purposes %s cover %s to %s surety to %s revolving %s %s %s"
        .formatted(
            guarantee.status(),
            guarantee.version(),
            guarantee.registrationNo().map(Object::toString).orElse("-"),
            terms.purposes().stream().sorted().toList(),
            terms.coverFrom(),
            terms.coverTo(),
            terms.suretyshipTo(),
            terms.revolving(),
            guarantee.currency(),
            of(guarantee.position()));
  }

  /** A slice. */
  public static String of(Position position) {
    return "limit %s reserved %s openDemands %s paidClaims %s reinstated %s consumed %s"
        .formatted(
            position.limit(),
            position.reserved(),
            position.openDemands(),
            position.paidClaims(),
            position.reinstated(),
            position.consumed());
  }

  /** Figures, and every refund with its attempts. */
  public static String of(Deposit deposit) {
    return "status %s frozen %s %s refunds %s"
        .formatted(
            deposit.status(),
            deposit.isFrozen(),
            deposit.figures().map(Snapshot::figures).orElse("not taken"),
            deposit.refunds().stream()
                .map(
                    refund ->
                        "%s %s %s in %s"
                            .formatted(
                                refund.id(),
                                refund.status(),
                                refund.amount().minor(),
                                refund.attempts().size()))
                .collect(Collectors.joining(", ", "[", "]")));
  }

  private static String figures(DepositFigures figures) {
    return "%s received %s held %s inFlight %s refunded %s converted %s forfeited %s"
        .formatted(
            figures.currency(),
            figures.received(),
            figures.held(),
            figures.inFlight(),
            figures.refunded(),
            figures.converted(),
            figures.forfeited());
  }
}
