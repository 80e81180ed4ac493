package com.cargobond.domain.audit;

import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.deposit.DepositException;
import com.cargobond.domain.deposit.DepositFigures;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeTerms;
import com.cargobond.domain.guarantee.Position;
import java.util.Optional;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How something stands, as a line of a trail; amounts in minor units, no names, no accounts. */
public final class Snapshot {

  private static final Collector<CharSequence, ?, String> LISTED =
      Collectors.joining(", ", "[", "]");

  private Snapshot() {}

  /** Terms, status and the position of the whole. */
  public static String of(Guarantee guarantee) {
    GuaranteeTerms terms = guarantee.terms();
    return "status %s version %d registration %s purposes %s cover %s to %s surety to %s revolving %s %s %s"
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
    return "limit %d reserved %d openDemands %d paidClaims %d reinstated %d consumed %d"
        .formatted(
            position.limit(),
            position.reserved(),
            position.openDemands(),
            position.paidClaims(),
            position.reinstated(),
            position.consumed());
  }

  /** Figures, every refund with its attempts, and what was refused or needs a person. */
  public static String of(Deposit deposit) {
    return "status %s frozen %s %s refunds %s exceptions %s"
        .formatted(
            deposit.status(),
            deposit.isFrozen(),
            deposit.figures().map(Snapshot::figures).orElse("not taken"),
            deposit.refunds().stream()
                .map(
                    refund ->
                        "%s %s %d in %d"
                            .formatted(
                                refund.id(),
                                refund.status(),
                                refund.amount().minor(),
                                refund.attempts().size()))
                .collect(LISTED),
            deposit.exceptions().stream().map(Snapshot::exception).collect(LISTED));
  }

  private static String exception(DepositException matter) {
    return Stream.of(
            Optional.of(matter.code().name()), Optional.of(matter.reference()), matter.detail())
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" "));
  }

  private static String figures(DepositFigures figures) {
    return "%s received %d held %d inFlight %d refunded %d converted %d forfeited %d"
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
