package com.cargobond.local.bank;

/** Decides what happens to payments. */
@FunctionalInterface
public interface BankSchedule {

  /**
   * What the bank does.
   *
   * @param endToEndId what is paid
   * @param attempt how many payments for it have come that the bank had not seen before, this one
   *     included
   */
  PaymentPlan plan(String endToEndId, int attempt);
}
