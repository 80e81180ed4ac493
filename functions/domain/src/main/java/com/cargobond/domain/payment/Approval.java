package com.cargobond.domain.payment;

import com.cargobond.domain.event.Signature;
import com.cargobond.domain.input.FieldReader;
import com.cargobond.domain.money.Money;
import java.util.List;

/**
 * Customs' decision about an amount, by two officers.
 *
 * @param amount more than zero
 * @param approvers who approved: two, and not the same one twice
 */
public record Approval(ApprovalNo number, Money amount, List<String> approvers) {

  public Approval {
    approvers = List.copyOf(approvers);
  }

  /** Reads {@code approvalNo}, {@code amount} and {@code approvers}. */
  public static Approval read(FieldReader in) {
    return read(in, "approvalNo");
  }

  /** Reads it where its number has another name. */
  public static Approval read(FieldReader in, String numberField) {
    Approval approval =
        new Approval(
            in.text(numberField, ApprovalNo::new),
            in.object("amount", Money::read),
            Approvers.read(in));
    if (approval.amount != null && approval.amount.minor() == 0) {
      in.violation("amount.amount", "must be more than zero");
    }
    return approval;
  }

  /** As a trail names it. */
  public Signature signature() {
    return new Signature(number.value(), approvers);
  }

  /** Whether two different officers approved. */
  public boolean isByTwo() {
    return Approvers.areTwo(approvers);
  }
}
