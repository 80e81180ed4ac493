package com.cargobond.domain.deposit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a deposit needs a person for, as things stand. */
final class OpenMatters {

  private OpenMatters() {}

  static List<DepositException> of(DepositState state) {
    return Stream.of(
            unknownDeposit(state),
            state.refusals.stream(),
            state.refunds.values().stream().flatMap(refund -> of(refund, state)),
            state.unknownOutcomes.stream(),
            state.contradictions.values().stream())
        .flatMap(matters -> matters)
        .toList();
  }

  private static Stream<DepositException> unknownDeposit(DepositState state) {
    return state.parked.stream()
        .map(
            event ->
                new DepositException(
                    DepositExceptionCode.DEPOSIT_UNKNOWN, event.id(), Optional.empty()));
  }

  private static Stream<DepositException> of(Refund refund, DepositState state) {
    String reference = refund.id().value();
    if (refund.status() == RefundStatus.REPAIR) {
      return Stream.of(
          new DepositException(
              DepositExceptionCode.REFUND_NEEDS_REPAIR,
              reference,
              refund.attempts().getLast().reason()));
    }
    return refund
        .awaited()
        .map(attempt -> attempt.uetr())
        .filter(state.unanswered::contains)
        .map(
            uetr ->
                new DepositException(
                    DepositExceptionCode.REFUND_UNANSWERED, reference, Optional.of(uetr.value())))
        .stream();
  }
}
