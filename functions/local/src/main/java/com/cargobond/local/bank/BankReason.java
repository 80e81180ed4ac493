package com.cargobond.local.bank;

/** Why a payment did not stay with its creditor, as an ISO 20022 external code. */
public enum BankReason {
  /** The account number is wrong. */
  AC01,
  /** The account is closed. */
  AC04,
  /** The account is blocked. */
  AC06,
  /** The name is not the account's. */
  BE01,
  /** Refused without a reason. */
  MS03,
  /** The payment was made before. */
  AM05
}
