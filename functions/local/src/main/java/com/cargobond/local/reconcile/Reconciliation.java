package com.cargobond.local.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A bank's statement held against the refunds of the ledger, entry by entry. The account pays
 * refunds and nothing else: whatever the ledger does not know is listed.
 *
 * <p>A payment is expected on the statement if the ledger heard in its period that it settled, and
 * its return if it heard then that it came back. An entry is the ledger's whenever it was heard of.
 *
 * @param matched entries on which bank and ledger agree
 * @param missingInLedger entries that the ledger has no payment for, or has it once and not twice
 * @param missingOnStatement what the ledger expects and the bank did not book
 * @param differs entries of which bank and ledger say different things
 */
public record Reconciliation(
    List<StatementEntry> matched,
    List<StatementEntry> missingInLedger,
    List<Posting> missingOnStatement,
    List<Difference> differs) {

  public Reconciliation {
    matched = List.copyOf(matched);
    missingInLedger = List.copyOf(missingInLedger);
    missingOnStatement = List.copyOf(missingOnStatement);
    differs = List.copyOf(differs);
  }

  /**
   * Compares.
   *
   * @param payments all that the ledger expects in the statement's period; others do no harm
   */
  public static Reconciliation of(Statement statement, Collection<LedgerPayment> payments) {
    LedgerIndex ledger = new LedgerIndex(payments);
    List<StatementEntry> matched = new ArrayList<>();
    List<StatementEntry> missingInLedger = new ArrayList<>();
    List<Difference> differs = new ArrayList<>();
    for (StatementEntry entry : surestFirst(statement.entries())) {
      Optional<LedgerPayment> payment = ledger.take(entry);
      if (payment.isEmpty()) {
        missingInLedger.add(entry);
        continue;
      }
      Difference.between(entry, payment.get())
          .ifPresentOrElse(differs::add, () -> matched.add(entry));
    }
    List<Posting> missingOnStatement =
        ledger.payments().stream()
            .flatMap(
                payment ->
                    Arrays.stream(Direction.values())
                        .map(direction -> new Posting(payment, direction)))
            .filter(posting -> posting.isExpectedOn(statement) && !ledger.isFound(posting))
            .toList();
    return new Reconciliation(matched, missingInLedger, missingOnStatement, differs);
  }

  /** An entry without a UETR must not take the payment that another one names. */
  private static List<StatementEntry> surestFirst(List<StatementEntry> entries) {
    return entries.stream().sorted(Comparator.comparing(entry -> entry.uetr().isEmpty())).toList();
  }

  /** Whether nothing is missing on either side and nothing differs. */
  public boolean agrees() {
    return missingInLedger.isEmpty() && missingOnStatement.isEmpty() && differs.isEmpty();
  }
}
