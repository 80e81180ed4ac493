package com.cargobond.domain.deposit;

import com.cargobond.domain.deposit.DepositFact.ConversionApproved;
import com.cargobond.domain.deposit.DepositFact.RefundApproved;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.payment.Approval;
import com.cargobond.domain.payment.ApprovalNo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Customs' decisions about a deposit, each approval number once, as Customs' own list has them. */
public final class Decisions {

  private Decisions() {}

  /** By the time at which Customs first decided under each number. */
  public static List<Decision> of(Deposit deposit) {
    List<Decision> decisions = new ArrayList<>();
    Set<ApprovalNo> seen = new HashSet<>();
    deposit
        .verdicts()
        .filter(verdict -> kind(verdict).isPresent())
        .filter(verdict -> seen.add(verdict.word().content().number()))
        .forEach(verdict -> decisions.add(decision(verdict)));
    return List.copyOf(decisions);
  }

  private static Optional<Decision.Kind> kind(Verdict verdict) {
    return switch (verdict.word().content().kind()) {
      case REFUND -> Optional.of(Decision.Kind.REFUND);
      case CONVERSION -> Optional.of(Decision.Kind.CONVERSION);
      case FORFEITURE, PAYEE -> Optional.empty();
    };
  }

  private static Decision decision(Verdict verdict) {
    ShipmentEvent event = verdict.word().event();
    return new Decision(
        kind(verdict).orElseThrow(),
        approval(event),
        event.time(),
        verdict.standing(),
        verdict.refusal().map(ApprovalRefusal::name));
  }

  private static Approval approval(ShipmentEvent event) {
    return switch (event.fact()) {
      case RefundApproved refund -> refund.approval();
      case ConversionApproved conversion -> conversion.approval();
      default -> throw new IllegalStateException("no approval of an amount: " + event.type());
    };
  }
}
