package com.cargobond.domain.deposit;

import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.payment.ApprovalNo;
import java.util.Map;
import java.util.Optional;

/**
 * An approval with which nothing is wrong but that two different officers did not give it. It never
 * becomes an event; what was tried is a matter for a person.
 */
public record LoneApproval(DepositId deposit, ApprovalNo number) {

  private static final String APPROVERS = "data.approvers";
  private static final String APPROVAL_NO = "approvalNo";

  /** The events that two officers must stand behind, and what each calls its number. */
  private static final Map<String, String> NUMBER_FIELDS =
      Map.of(
          DepositEventType.REFUND_APPROVED.wireName(), APPROVAL_NO,
          DepositEventType.CONVERSION_APPROVED.wireName(), APPROVAL_NO,
          DepositEventType.PAYEE_APPROVED.wireName(), APPROVAL_NO,
          DepositEventType.FORFEITED.wireName(), DepositFact.ORDER_NO);

  /**
   * The approval in a CloudEvent, if that was refused for its approvers alone.
   *
   * @param invalid why it was refused
   */
  public static Optional<LoneApproval> in(Map<String, ?> cloudEvent, InvalidInput invalid) {
    boolean isForItsApprovers =
        invalid.violations().stream()
            .allMatch(violation -> violation.field().startsWith(APPROVERS));
    if (!isForItsApprovers
        || !(cloudEvent.get("type") instanceof String type && NUMBER_FIELDS.containsKey(type))
        || !(cloudEvent.get("data") instanceof Map<?, ?> data)) {
      return Optional.empty();
    }
    return Optional.of(
        new LoneApproval(
            new DepositId((String) data.get("depositId")),
            new ApprovalNo((String) data.get(NUMBER_FIELDS.get(type)))));
  }
}
