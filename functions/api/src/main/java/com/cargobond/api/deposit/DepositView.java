package com.cargobond.api.deposit;

import com.cargobond.api.frame.answer.Amount;
import com.cargobond.domain.deposit.Decisions;
import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.deposit.DepositFigures;
import com.cargobond.domain.ledger.Matter;
import com.cargobond.domain.money.Money;
import java.util.List;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A deposit as bank, Customs and operations see it. Amounts are missing until it was taken. */
public record DepositView(
    String depositId,
    String status,
    boolean frozen,
    Amount received,
    Amount held,
    Amount inFlight,
    Amount refunded,
    Amount converted,
    Amount forfeited,
    List<ApprovalView> approvals,
    List<RefundView> refunds,
    List<ExceptionView> exceptions) {

  /** What needs a person, and what can be done. */
  @Schema(name = "DepositExceptionView")
  public record ExceptionView(
      String code, String reference, String detail, String meaning, String remedy) {

    static ExceptionView of(Matter matter) {
      return new ExceptionView(
          matter.code().name(),
          matter.reference(),
          matter.detail().orElse(null),
          matter.code().meaning(matter.detail()),
          matter.code().remedy());
    }
  }

  static DepositView of(Deposit deposit) {
    return new DepositView(
        deposit.id().value(),
        deposit.status().name(),
        deposit.isFrozen(),
        amount(deposit, DepositFigures::received),
        amount(deposit, DepositFigures::held),
        amount(deposit, DepositFigures::inFlight),
        amount(deposit, DepositFigures::refunded),
        amount(deposit, DepositFigures::converted),
        amount(deposit, DepositFigures::forfeited),
        Decisions.of(deposit).stream().map(ApprovalView::of).toList(),
        deposit.refunds().stream().map(RefundView::of).toList(),
        deposit.matters().stream().map(ExceptionView::of).toList());
  }

  private static Amount amount(Deposit deposit, ToLongFunction<DepositFigures> part) {
    return deposit
        .figures()
        .map(figures -> new Money(part.applyAsLong(figures), figures.currency()))
        .map(Amount::of)
        .orElse(null);
  }
}
