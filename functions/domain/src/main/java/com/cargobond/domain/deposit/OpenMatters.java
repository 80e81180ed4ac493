package com.cargobond.domain.deposit;

import com.cargobond.domain.ledger.Matter;
import com.cargobond.domain.payment.PaymentMatters;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a deposit needs a person for, as things stand. */
final class OpenMatters {

  private final Deposit deposit;
  private final DepositState state;
  private final PaymentMatters payments;

  private OpenMatters(Deposit deposit, DepositState state) {
    this.deposit = deposit;
    this.state = state;
    this.payments = new PaymentMatters(state.payments, RefundTerms.TERMS);
  }

  static List<Matter> of(Deposit deposit, DepositState state) {
    OpenMatters matters = new OpenMatters(deposit, state);
    return Stream.of(
            matters.ofTaking(),
            state.ruling.verdicts().flatMap(OpenMatters::of),
            matters.ofRefunds(),
            matters.ofSilence(),
            matters.payments.ofContradictions())
        .flatMap(each -> each)
        .toList();
  }

  private Stream<Matter> ofRefunds() {
    return state.refunds.values().stream()
        .flatMap(refund -> payments.of(refund.payment(), deposit::hasRoomForAttempt));
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
    String number = verdict.word().content().number().value();
    return switch (verdict.standing()) {
      case APPLIED -> Stream.empty();
      case WAITING ->
          Stream.of(
              new Matter(
                  DepositExceptionCode.DEPOSIT_UNKNOWN,
                  verdict.word().event().id(),
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
