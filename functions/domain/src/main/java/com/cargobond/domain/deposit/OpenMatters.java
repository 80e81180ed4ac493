package com.cargobond.domain.deposit;

import com.cargobond.domain.ledger.Matter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a deposit needs a person for, as things stand. */
final class OpenMatters {

  private final Deposit deposit;
  private final DepositState state;

  private OpenMatters(Deposit deposit, DepositState state) {
    this.deposit = deposit;
    this.state = state;
  }

  static List<Matter> of(Deposit deposit, DepositState state) {
    OpenMatters matters = new OpenMatters(deposit, state);
    return Stream.of(
            matters.ofTaking(),
            state.ruling.verdicts().flatMap(OpenMatters::of),
            state.refunds.values().stream().flatMap(matters::of),
            matters.ofSilence(),
            state.payments.unknownOutcomes.stream(),
            state.payments.contradictions.values().stream())
        .flatMap(each -> each)
        .toList();
  }

  private Stream<Matter> ofTaking() {
    return state.ruling.taking().stream()
        .flatMap(
            taking ->
                Stream.of(
                        taking.isContradicted() ? DepositExceptionCode.TAKEN_TWICE : null,
                        taking.isLessThanLeft() ? DepositExceptionCode.TAKEN_LESS_THAN_LEFT : null)
                    .flatMap(Stream::ofNullable))
        .map(code -> new Matter(code, deposit.id().value(), Optional.empty()));
  }

  private static Stream<Matter> of(Verdict verdict) {
    String number = verdict.telling().content().number().value();
    return switch (verdict.standing()) {
      case APPLIED -> Stream.empty();
      case WAITING ->
          Stream.of(
              new Matter(
                  DepositExceptionCode.DEPOSIT_UNKNOWN,
                  verdict.telling().event().id(),
                  Optional.empty()));
      case CONTRADICTED ->
          Stream.of(
              new Matter(DepositExceptionCode.APPROVAL_CONTRADICTED, number, Optional.empty()));
      case REFUSED ->
          Stream.of(
              new Matter(
                  DepositExceptionCode.APPROVAL_REFUSED,
                  number,
                  verdict.refusal().map(ApprovalRefusal::name)));
    };
  }

  private Stream<Matter> of(Refund refund) {
    String reference = refund.id().value();
    if (state.payments.isClaimed(refund)) {
      // The bank's contradiction comes first: until it is cleared up, another account is no remedy.
      return Stream.empty();
    }
    if (refund.status() == RefundStatus.REPAIR) {
      boolean isDuplicate = state.payments.duplicates.contains(refund.id());
      return Stream.of(
          new Matter(
              isDuplicate
                  ? DepositExceptionCode.REFUND_DUPLICATE
                  : DepositExceptionCode.REFUND_NEEDS_REPAIR,
              reference,
              refund.attempts().getLast().reason()));
    }
    if (refund.isDue() && !deposit.hasRoomForAttempt()) {
      return Stream.of(
          new Matter(DepositExceptionCode.REFUND_ATTEMPTS_USED_UP, reference, Optional.empty()));
    }
    return refund
        .awaited()
        .map(Attempt::uetr)
        .filter(state.payments.unanswered::contains)
        .map(
            uetr ->
                new Matter(
                    DepositExceptionCode.REFUND_UNANSWERED, reference, Optional.of(uetr.value())))
        .stream();
  }

  private Stream<Matter> ofSilence() {
    return deposit.status() == DepositStatus.DORMANT
        ? deposit.dormantSince().stream()
            .map(
                since ->
                    new Matter(
                        DepositExceptionCode.DEPOSIT_DORMANT,
                        deposit.id().value(),
                        Optional.of(since.toString())))
        : Stream.empty();
  }
}
