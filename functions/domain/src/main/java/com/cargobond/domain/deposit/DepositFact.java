package com.cargobond.domain.deposit;

import com.cargobond.domain.event.Fact;
import com.cargobond.domain.event.NamesDeclaration;
import com.cargobond.domain.event.Signature;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.input.FieldReader;
import com.cargobond.domain.input.Text;
import com.cargobond.domain.money.Money;
import com.cargobond.domain.payment.AccountHolder;
import com.cargobond.domain.payment.Approval;
import com.cargobond.domain.payment.ApprovalNo;
import com.cargobond.domain.payment.Approvers;
import java.util.List;
import java.util.Optional;

/** What Customs says about a deposit that it took in cash. */
public sealed interface DepositFact extends Fact {

  /** What an order is called by, a court's or Customs'. */
  String ORDER_NO = "orderNo";

  /** The deposit that it is about. */
  DepositId depositId();

  /** The deposit was paid, and Customs holds it. */
  record Taken(
      DepositId depositId,
      DeclarationNo declarationNo,
      Money amount,
      AccountHolder payer,
      String reason)
      implements DepositFact, NamesDeclaration {

    static Taken read(FieldReader in) {
      Taken taken =
          new Taken(
              readDepositId(in),
              in.text("declarationNo", DeclarationNo::new),
              in.object("amount", Money::read),
              in.object("payer", AccountHolder::read),
              in.freeText("reason", Text.FREE_TEXT_LENGTH_MAX));
      if (taken.amount != null && taken.amount.minor() == 0) {
        in.violation("amount.amount", "must be more than zero");
      }
      return taken;
    }
  }

  /**
   * Customs gives back some of it.
   *
   * @param payee another account, where it is not the payer's own that is to be paid
   */
  record RefundApproved(DepositId depositId, Approval approval, Optional<AccountHolder> payee)
      implements DepositFact {

    static RefundApproved read(FieldReader in) {
      return new RefundApproved(
          readDepositId(in), Approval.read(in), in.optionalObject("payee", AccountHolder::read));
    }

    @Override
    public Optional<Signature> signature() {
      return Optional.of(approval.signature());
    }
  }

  /** Some of it becomes duty. */
  record ConversionApproved(DepositId depositId, Approval approval, String taxNoticeNo)
      implements DepositFact {

    static ConversionApproved read(FieldReader in) {
      return new ConversionApproved(
          readDepositId(in), Approval.read(in), in.text("taxNoticeNo", Text::reference));
    }

    @Override
    public Optional<Signature> signature() {
      return Optional.of(approval.signature());
    }
  }

  /** Another account of the payer's, to which a refund that failed may be sent again. */
  record PayeeApproved(
      DepositId depositId, ApprovalNo approvalNo, AccountHolder payee, List<String> approvers)
      implements DepositFact {

    public PayeeApproved {
      approvers = List.copyOf(approvers);
    }

    static PayeeApproved read(FieldReader in) {
      return new PayeeApproved(
          readDepositId(in),
          in.text("approvalNo", ApprovalNo::new),
          in.object("payee", AccountHolder::read),
          Approvers.read(in));
    }

    @Override
    public Optional<Signature> signature() {
      return Optional.of(new Signature(approvalNo.value(), approvers));
    }
  }

  /** Some of it falls to the treasury, by an order of Customs that two officers gave. */
  record Forfeited(DepositId depositId, Approval order) implements DepositFact {

    static Forfeited read(FieldReader in) {
      return new Forfeited(readDepositId(in), Approval.read(in, ORDER_NO));
    }

    @Override
    public Optional<Signature> signature() {
      return Optional.of(order.signature());
    }
  }

  /** A court forbids to pay it out. */
  record Frozen(DepositId depositId, String orderNo) implements DepositFact {
    static Frozen read(FieldReader in) {
      return new Frozen(readDepositId(in), readOrderNo(in));
    }
  }

  /** The court lifts its order. */
  record Unfrozen(DepositId depositId, String orderNo) implements DepositFact {
    static Unfrozen read(FieldReader in) {
      return new Unfrozen(readDepositId(in), readOrderNo(in));
    }
  }

  private static DepositId readDepositId(FieldReader in) {
    return in.text("depositId", DepositId::new);
  }

  private static String readOrderNo(FieldReader in) {
    return in.text(ORDER_NO, Text::reference);
  }
}
