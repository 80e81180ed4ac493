package com.cargobond.domain.readme;

import static com.cargobond.domain.fixture.AnEvent.conversionApproved;
import static com.cargobond.domain.fixture.AnEvent.depositTaken;
import static com.cargobond.domain.fixture.AnEvent.payeeApproved;
import static com.cargobond.domain.fixture.AnEvent.refundApproved;

import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.deposit.DepositId;
import com.cargobond.domain.deposit.Refund;
import com.cargobond.domain.deposit.RefundId;
import com.cargobond.domain.fixture.ADeposit;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.ledger.Refused;
import com.cargobond.domain.payment.ApprovalNo;
import com.cargobond.domain.payment.NextStep;
import com.cargobond.domain.payment.OpeningHours;
import com.cargobond.domain.payment.PaymentOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What becomes of the payment of a refund where an earlier word that comes late gives its money to
 * something else, or a later one calls it a conversion; and then its money is there again.
 */
final class RefundStates {

  private static final RefundId REFUND =
      RefundId.of(new DepositId(AnEvent.DEPOSIT), new ApprovalNo("A-1"));

  private RefundStates() {}

  static Exploration explored(Exploration exploration) {
    List<UnaryOperator<Deposit>> happenings =
        new ArrayList<>(
            List.of(
                saying(conversionApproved("A-1", "600.00").at("2026-03-10T10:00:00+08:00")),
                saying(conversionApproved("C-1", "500.00").at("2026-03-03T10:00:00+08:00")),
                saying(depositTaken("2000.00").at("2026-03-12T10:00:00+08:00")),
                RefundStates::sent,
                RefundStates::denied,
                RefundStates::repaired));
    for (PaymentOutcome outcome : PaymentOutcome.values()) {
      for (String reason : FreightStates.REASONS) {
        happenings.add(deposit -> told(deposit, outcome, reason));
      }
    }
    return exploration.of(
        ADeposit.unknown()
            .learn(depositTaken("1000.00").at("2026-03-02T10:00:00+08:00"))
            .learn(refundApproved("A-1", "600.00").at("2026-03-09T10:00:00+08:00"))
            .deposit(),
        happenings,
        deposit -> refund(deposit).payment().status(),
        deposit ->
            List.of(
                refund(deposit).payment(),
                deposit.payments().isClaimed(refund(deposit).payment()),
                deposit.figures()));
  }

  private static Refund refund(Deposit deposit) {
    return deposit.refund(REFUND).orElseThrow();
  }

  /** A refund that was never sent and has no money is none: that way is not gone. */
  private static UnaryOperator<Deposit> saying(AnEvent event) {
    return deposit -> {
      Deposit told = deposit.learn(event.event(), ADeposit.NOON);
      boolean isOver = deposit.recorded(event.event().key()).isPresent();
      return isOver || told.refund(REFUND).isEmpty() ? deposit : told;
    };
  }

  private static Deposit sent(Deposit deposit) {
    return refund(deposit).attempts().isEmpty() && next(deposit) instanceof NextStep.Send
        ? deposit.sending(refund(deposit).id(), FreightStates.uetr(1), ADeposit.NOON)
        : deposit;
  }

  private static Deposit denied(Deposit deposit) {
    return next(deposit) instanceof NextStep.Ask ask
        ? deposit.answered(
            refund(deposit).id(),
            ask.uetr(),
            Optional.empty(),
            Optional.empty(),
            ADeposit.NOON,
            ADeposit.NOON)
        : deposit;
  }

  private static Deposit repaired(Deposit deposit) {
    try {
      return saying(payeeApproved("R-1", "99"))
          .apply(deposit)
          .repair(refund(deposit).id(), new ApprovalNo("R-1"), ADeposit.NOON);
    } catch (Refused notNow) {
      return deposit;
    }
  }

  private static Deposit told(Deposit deposit, PaymentOutcome outcome, String reason) {
    return refund(deposit).attempts().isEmpty()
        ? deposit
        : deposit.told(
            refund(deposit).id(),
            refund(deposit).attempts().getFirst().uetr(),
            outcome,
            Optional.of(reason),
            ADeposit.NOON);
  }

  private static NextStep next(Deposit deposit) {
    return deposit.nextStep(refund(deposit).id(), Instant.MAX, OpeningHours.always());
  }
}
