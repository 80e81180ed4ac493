package com.cargobond.local.reconcile;

/** A payment of the ledger, on its way out or back. */
public record Posting(LedgerPayment payment, Direction direction) {

  boolean isExpectedOn(Statement statement) {
    return payment.amount().currency().equals(statement.currency())
        && payment.heardOf(direction).filter(statement::covers).isPresent();
  }
}
