package com.cargobond.local.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The comparison of one statement while it is made. */
final class Tally {

  private final Statement statement;
  private final List<StatementEntry> matched = new ArrayList<>();
  private final List<StatementEntry> missingInLedger = new ArrayList<>();
  private final List<Posting> missingOnStatement = new ArrayList<>();
  private final List<Difference> differs = new ArrayList<>();

  Tally(Statement statement) {
    this.statement = statement;
  }

  Statement statement() {
    return statement;
  }

  /** An entry, and what the ledger has for it. */
  void add(StatementEntry entry, Optional<LedgerPayment> payment) {
    if (payment.isEmpty()) {
      missingInLedger.add(entry);
      return;
    }
    Difference.between(entry, payment.get())
        .ifPresentOrElse(differs::add, () -> matched.add(entry));
  }

  void addMissing(Posting posting) {
    missingOnStatement.add(posting);
  }

  Reconciliation reconciliation() {
    return new Reconciliation(matched, missingInLedger, missingOnStatement, differs);
  }
}
