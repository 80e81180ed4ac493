package com.cargobond.domain.readme;

import static com.cargobond.domain.fixture.AnEvent.conversionApproved;
import static com.cargobond.domain.fixture.AnEvent.depositTaken;
import static com.cargobond.domain.fixture.AnEvent.forfeited;
import static com.cargobond.domain.fixture.AnEvent.frozen;
import static com.cargobond.domain.fixture.AnEvent.payeeApproved;
import static com.cargobond.domain.fixture.AnEvent.refundApproved;
import static com.cargobond.domain.fixture.AnEvent.unfrozen;

import com.cargobond.domain.calendar.ChinaDay;
import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.deposit.DepositFigures;
import com.cargobond.domain.deposit.DepositStatus;
import com.cargobond.domain.deposit.Refund;
import com.cargobond.domain.deposit.RefundStatus;
import com.cargobond.domain.fixture.ADeposit;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.ledger.Refused;
import com.cargobond.domain.payment.ApprovalNo;
import com.cargobond.domain.payment.Attempt;
import com.cargobond.domain.payment.NextStep;
import com.cargobond.domain.payment.OpeningHours;
import com.cargobond.domain.payment.PaymentOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What becomes of a deposit as time goes on: Customs and courts speak in order and do not
 * contradict themselves, one refund is dealt with before the next, and the bank does not contradict
 * itself either.
 *
 * @param now when the next thing happens
 */
record DepositStates(Deposit deposit, Instant now) {

  private static final Instant BEGIN = Instant.parse("2026-03-02T02:00:00Z");
  private static final String PART = "100.00";
  private static final int REFUNDS_MAX = 2;
  private static final int ATTEMPTS_MAX = 2;

  static Exploration explored() {
    List<UnaryOperator<DepositStates>> happenings =
        new ArrayList<>(
            List.of(
                DepositStates::taken,
                deposit -> deposit.refunded(PART),
                deposit -> deposit.refunded(deposit.held()),
                deposit -> deposit.said(conversionApproved(deposit.number(), PART)),
                deposit -> deposit.said(conversionApproved(deposit.number(), deposit.held())),
                deposit -> deposit.said(forfeited(deposit.number(), PART)),
                deposit -> deposit.said(forfeited(deposit.number(), deposit.held())),
                deposit -> deposit.said(frozen("O-1")),
                deposit -> deposit.said(unfrozen("O-1")),
                DepositStates::aYearLater,
                DepositStates::sent,
                DepositStates::denied,
                DepositStates::repaired));
    for (PaymentOutcome outcome : PaymentOutcome.values()) {
      for (String reason : FreightStates.REASONS) {
        happenings.add(deposit -> deposit.told(outcome, reason));
      }
    }
    return new Exploration()
        .of(
            new DepositStates(ADeposit.unknown().deposit(), BEGIN),
            happenings,
            DepositStates::status,
            DepositStates::alike);
  }

  private DepositStatus status() {
    return deposit.status();
  }

  /** What of its figures is nothing, and how its last refund stands. */
  private Object alike() {
    return List.of(
        status(),
        deposit.isFrozen(),
        deposit.refunds().size(),
        deposit.figures().map(DepositStates::parts),
        last().map(refund -> List.of(refund.status(), refund.attempts().size())));
  }

  private static List<Boolean> parts(DepositFigures figures) {
    return List.of(
        figures.held() > 0,
        figures.refunded() > 0,
        figures.converted() > 0,
        figures.forfeited() > 0);
  }

  private Optional<Refund> last() {
    return deposit.refunds().isEmpty()
        ? Optional.empty()
        : Optional.of(deposit.refunds().getLast());
  }

  private DepositStates after(Deposit changed) {
    return new DepositStates(changed, now.plus(Duration.ofDays(1)));
  }

  private Deposit learned(AnEvent event) {
    return deposit.learn(event.at(now.toString()).id(now.toString()).event(), now);
  }

  private DepositStates taken() {
    return deposit.journal().isEmpty() ? after(learned(depositTaken("1000.00"))) : this;
  }

  private DepositStates said(AnEvent event) {
    return deposit.figures().isPresent() ? after(learned(event)) : this;
  }

  /** Only once the refund before has been paid. */
  private DepositStates refunded(String yuan) {
    boolean isNext =
        deposit.refunds().size() < REFUNDS_MAX
            && deposit.refunds().stream().allMatch(r -> r.status() == RefundStatus.REFUNDED);
    return isNext ? said(refundApproved(number(), yuan)) : this;
  }

  private String held() {
    long fen = deposit.figures().map(DepositFigures::held).orElse(0L);
    return fen == 0 ? PART : fen / 100 + ".00";
  }

  /** No number is given twice. */
  private String number() {
    return "N-" + deposit.journal().size();
  }

  private DepositStates aYearLater() {
    Instant later = now.plus(Duration.ofDays(400));
    return new DepositStates(deposit.elapse(ChinaDay.of(later), later), later);
  }

  private DepositStates sent() {
    boolean isDue = next().filter(NextStep.Send.class::isInstance).isPresent();
    return isDue && last().orElseThrow().attempts().size() < ATTEMPTS_MAX
        ? after(
            deposit.sending(
                last().orElseThrow().id(), FreightStates.uetr(deposit.journal().size()), now))
        : this;
  }

  private DepositStates denied() {
    return next().orElse(null) instanceof NextStep.Ask ask
        ? after(
            deposit.answered(
                last().orElseThrow().id(),
                ask.uetr(),
                Optional.empty(),
                Optional.empty(),
                now,
                now))
        : this;
  }

  private Optional<NextStep> next() {
    return last().map(refund -> deposit.nextStep(refund.id(), now, OpeningHours.always()));
  }

  private DepositStates repaired() {
    if (last().filter(refund -> refund.status() == RefundStatus.REPAIR).isEmpty()) {
      return this;
    }
    String approval = number();
    try {
      return after(
          learned(payeeApproved(approval, "99"))
              .repair(last().orElseThrow().id(), new ApprovalNo(approval), now));
    } catch (Refused notNow) {
      return this;
    }
  }

  /** What the bank has not said yet of the last attempt, or that it came back. */
  private DepositStates told(PaymentOutcome outcome, String reason) {
    Optional<Refund> refund = last().filter(it -> !it.attempts().isEmpty());
    if (refund.isEmpty()) {
      return this;
    }
    Attempt attempt = refund.get().attempts().getLast();
    boolean isNews =
        outcome == PaymentOutcome.RETURNED
            ? attempt.is(PaymentOutcome.SETTLED)
            : attempt.outcome().isEmpty();
    return isNews
        ? after(deposit.told(refund.get().id(), attempt.uetr(), outcome, Optional.of(reason), now))
        : this;
  }
}
