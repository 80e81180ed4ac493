package com.cargobond.local.reconcile;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

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
   * Compares the statements of one file. What stands on one account is looked for on no other, and
   * what the ledger expects on one of several accounts is missing once, if it is on none.
   *
   * @param payments all that the ledger expects in the statements' periods; others do no harm
   * @return the comparison of each statement, in their order
   */
  public static List<Reconciliation> of(
      List<Statement> statements, Collection<LedgerPayment> payments) {
    LedgerIndex ledger = new LedgerIndex(payments);
    List<Tally> tallies = statements.stream().map(Tally::new).toList();
    surestFirst(tallies)
        .forEach(booked -> booked.tally().add(booked.entry(), ledger.take(booked.entry())));
    ledger.payments().stream()
        .flatMap(
            payment ->
                Arrays.stream(Direction.values()).map(direction -> new Posting(payment, direction)))
        .filter(posting -> !ledger.isFound(posting))
        .forEach(
            posting ->
                tallies.stream()
                    .filter(tally -> posting.isExpectedOn(tally.statement()))
                    .findFirst()
                    .ifPresent(tally -> tally.addMissing(posting)));
    return tallies.stream().map(Tally::reconciliation).toList();
  }

  private record Booked(Tally tally, StatementEntry entry) {}

  /** An entry without a UETR must not take the payment that another one names. */
  private static Stream<Booked> surestFirst(List<Tally> tallies) {
    return tallies.stream()
        .flatMap(
            tally -> tally.statement().entries().stream().map(entry -> new Booked(tally, entry)))
        .sorted(Comparator.comparing(booked -> booked.entry().uetr().isEmpty()));
  }

  /** Whether nothing is missing on either side and nothing differs. */
  public boolean agrees() {
    return missingInLedger.isEmpty() && missingOnStatement.isEmpty() && differs.isEmpty();
  }
}
