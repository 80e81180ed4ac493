package com.cargobond.domain.deposit;

import com.cargobond.domain.event.DepositFact.ConversionApproved;
import com.cargobond.domain.event.DepositFact.RefundApproved;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.payment.Approval;
import com.cargobond.domain.payment.ApprovalNo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Customs' decisions about a deposit, each approval number once, as Customs' own list has them. */
public final class Decisions {

  private Decisions() {}

  /** In the order in which the numbers were first heard of. */
  public static List<Decision> of(Deposit deposit) {
    Map<ApprovalNo, List<Approved>> byNumber = new LinkedHashMap<>();
    deposit.journal().stream()
        .flatMap(Decisions::approved)
        .forEach(
            approved ->
                byNumber
                    .computeIfAbsent(approved.approval().number(), number -> new ArrayList<>())
                    .add(approved));
    return byNumber.values().stream().map(said -> decision(deposit, said)).toList();
  }

  private record Approved(Decision.Kind kind, Approval approval, Instant at) {

    Decision standing(Decision.Standing standing, Optional<String> refusal) {
      return new Decision(kind, approval, at, standing, refusal);
    }
  }

  private static Stream<Approved> approved(DepositEntry entry) {
    if (!(entry instanceof DepositEntry.Learned learned)) {
      return Stream.empty();
    }
    ShipmentEvent event = learned.event();
    return switch (event.fact()) {
      case RefundApproved refund ->
          Stream.of(new Approved(Decision.Kind.REFUND, refund.approval(), event.time()));
      case ConversionApproved conversion ->
          Stream.of(new Approved(Decision.Kind.CONVERSION, conversion.approval(), event.time()));
      default -> Stream.empty();
    };
  }

  /** Of a number that was said several times, at most one was applied. */
  private static Decision decision(Deposit deposit, List<Approved> said) {
    if (deposit.figures().isEmpty()) {
      return said.getFirst().standing(Decision.Standing.WAITING, Optional.empty());
    }
    ApprovalNo number = said.getFirst().approval().number();
    List<DepositException> refusals =
        deposit.exceptions().stream()
            .filter(matter -> matter.code() == DepositExceptionCode.APPROVAL_REFUSED)
            .filter(matter -> matter.reference().equals(number.value()))
            .toList();
    if (refusals.size() == said.size()) {
      return said.getFirst().standing(Decision.Standing.REFUSED, refusals.getFirst().detail());
    }
    Optional<Approval> refunded =
        deposit.refund(RefundId.of(deposit.id(), number)).map(Refund::approval);
    return said.stream()
        .filter(approved -> refunded.filter(approved.approval()::equals).isPresent())
        .findFirst()
        .orElse(said.getFirst())
        .standing(Decision.Standing.APPLIED, Optional.empty());
  }
}
