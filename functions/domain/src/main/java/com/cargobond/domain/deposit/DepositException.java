package com.cargobond.domain.deposit;

import java.util.Optional;

/**
 * A matter that needs a person.
 *
 * @param reference the refund, the approval, or the event that it is about
 * @param detail a refusal code or the bank's reason
 */
public record DepositException(
    DepositExceptionCode code, String reference, Optional<String> detail) {

  /** What happened, as a sentence without a full stop: of a refusal also the rule. */
  public String meaning() {
    return code == DepositExceptionCode.APPROVAL_REFUSED
        ? code.meaning() + ": " + ApprovalRefusal.valueOf(detail.orElseThrow()).meaning()
        : code.meaning();
  }
}
