package com.cargobond.domain.deposit;

import com.cargobond.domain.ledger.Code;
import java.util.Optional;

/** What a deposit needs a person for, and what can be done. */
public enum DepositExceptionCode implements Code {
  DEPOSIT_UNKNOWN(
      "Customs decided about a deposit of which it has not said that it took it",
      "ask Customs for the deposit; what was decided is applied when it is known"),
  APPROVAL_REFUSED(
      "an approval broke a rule and moved nothing",
      "ask Customs for a correct approval, which may have the same number"),
  APPROVED_BY_ONE(
      "an approval was not given by two different officers; it was answered as wrong and moved"
          + " nothing",
      "ask Customs for an approval of two officers, which may have the same number"),
  APPROVAL_CONTRADICTED(
      "Customs told two contents under one number of approval; what has not left is held back",
      "ask Customs which is right, and to tell that once more; what has left, or may have, stays as"
          + " it was"),
  TAKEN_TWICE(
      "the deposit was taken again with other particulars; nothing is paid meanwhile",
      "ask Customs which is right, and to tell that once more"),
  TAKEN_LESS_THAN_LEFT(
      "Customs says that less was taken than has left already; the larger amount counts, and"
          + " nothing more is paid",
      "ask Customs what was taken and the payees for what they got too much"),
  DEPOSIT_DORMANT(
      "nobody has said anything of the deposit for a long time",
      "ask Customs what becomes of it; only Customs' order lets it fall to the treasury"),
  REFUND_NEEDS_REPAIR(
      "the bank cannot pay the refund to this account",
      "have Customs approve another account, and repair the refund by that approval's number"),
  REFUND_DUPLICATE(
      "the bank takes the refund for a duplicate, and says of every attempt that it did not pay",
      "ask the bank what it is a duplicate of; to send it again, have Customs approve the account"
          + " and repair the refund by that approval's number"),
  REFUND_ATTEMPTS_USED_UP(
      "so many attempts were made on refunds of the deposit that no further one can be recorded",
      "see why the bank does not pay; pay the refund by other means"),
  REFUND_UNANSWERED(
      "the bank has not said for days what became of a payment",
      "ask the bank and have it post the outcome; nothing else is sent before that"),
  UETR_UNKNOWN(
      "the bank told the outcome of a payment that was never sent for this refund",
      "ask the bank whose payment it is; nothing moved here"),
  OUTCOME_CONTRADICTED(
      "the bank contradicted what it had said of a payment; what it says it paid counts as paid as"
          + " far as its money is held for it, and is not sent again",
      "ask the bank; if the money is not with the payee, have it post the outcome RETURNED");

  private final String meaning;
  private final String remedy;

  DepositExceptionCode(String meaning, String remedy) {
    this.meaning = meaning;
    this.remedy = remedy;
  }

  @Override
  public String meaning() {
    return meaning;
  }

  /** Of a refusal also the rule. */
  @Override
  public String meaning(Optional<String> detail) {
    return this == APPROVAL_REFUSED
        ? meaning + ": " + ApprovalRefusal.valueOf(detail.orElseThrow()).meaning()
        : meaning;
  }

  @Override
  public String remedy() {
    return remedy;
  }
}
