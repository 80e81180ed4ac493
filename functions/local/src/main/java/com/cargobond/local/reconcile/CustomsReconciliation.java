package com.cargobond.local.reconcile;

import com.cargobond.domain.deposit.Decision.Standing;
import com.cargobond.domain.deposit.DepositId;
import com.cargobond.domain.payment.ApprovalNo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Customs' list held against the approvals of the ledger, line by line. What the ledger refused
 * moved nothing, and is not expected on the list.
 *
 * @param matched lines on which Customs and ledger agree
 * @param missingInLedger lines of which the ledger does not know, or that stand there twice
 * @param missingOnList what the ledger has of the period and Customs does not list
 * @param differs lines of which Customs and ledger say different things
 */
public record CustomsReconciliation(
    List<CustomsDecision> matched,
    List<CustomsDecision> missingInLedger,
    List<LedgerDecision> missingOnList,
    List<Difference> differs) {

  /**
   * A line and the approval of the ledger that is the same one, but not in everything.
   *
   * @param what differs, at least one thing
   */
  public record Difference(CustomsDecision line, List<String> what) {}

  private record Key(DepositId deposit, ApprovalNo approvalNo) {}

  public CustomsReconciliation {
    matched = List.copyOf(matched);
    missingInLedger = List.copyOf(missingInLedger);
    missingOnList = List.copyOf(missingOnList);
    differs = List.copyOf(differs);
  }

  /** The deposits of lines that are not among the expected approvals. */
  public static Set<DepositId> depositsOfOthers(
      List<CustomsDecision> list, Collection<LedgerDecision> expected) {
    Set<Key> known = expected.stream().map(CustomsReconciliation::key).collect(Collectors.toSet());
    return list.stream()
        .filter(line -> !known.contains(key(line)))
        .map(CustomsDecision::deposit)
        .collect(Collectors.toSet());
  }

  /**
   * Compares.
   *
   * @param expected the ledger's approvals of the list's period
   * @param others approvals of other days that the list names
   */
  public static CustomsReconciliation of(
      List<CustomsDecision> list,
      Collection<LedgerDecision> expected,
      Collection<LedgerDecision> others) {
    Map<Key, LedgerDecision> open = new LinkedHashMap<>();
    others.forEach(decision -> open.put(key(decision), decision));
    expected.forEach(decision -> open.put(key(decision), decision));
    List<CustomsDecision> matched = new ArrayList<>();
    List<CustomsDecision> missingInLedger = new ArrayList<>();
    List<Difference> differs = new ArrayList<>();
    for (CustomsDecision line : list) {
      Optional<LedgerDecision> inLedger = Optional.ofNullable(open.remove(key(line)));
      if (inLedger.isEmpty()) {
        missingInLedger.add(line);
        continue;
      }
      List<String> what = differences(line, inLedger.get());
      if (what.isEmpty()) {
        matched.add(line);
      } else {
        differs.add(new Difference(line, what));
      }
    }
    List<LedgerDecision> missingOnList =
        expected.stream()
            .filter(decision -> open.containsKey(key(decision)))
            .filter(decision -> decision.standing() != Standing.REFUSED)
            .toList();
    return new CustomsReconciliation(matched, missingInLedger, missingOnList, differs);
  }

  /** Whether nothing is missing on either side and nothing differs. */
  public boolean agrees() {
    return missingInLedger.isEmpty() && missingOnList.isEmpty() && differs.isEmpty();
  }

  private static List<String> differences(CustomsDecision line, LedgerDecision inLedger) {
    List<String> what = new ArrayList<>();
    if (line.kind() != inLedger.kind()) {
      what.add(line.kind() + ", in the ledger " + inLedger.kind());
    }
    if (!line.amount().equals(inLedger.amount())) {
      what.add("amount " + line.amount() + ", in the ledger " + inLedger.amount());
    }
    switch (inLedger.standing()) {
      case APPLIED -> {
        // As Customs has it.
      }
      case WAITING -> what.add("waits in the ledger for its deposit");
      case CONTRADICTED -> what.add("held back in the ledger: two contents were told");
      case REFUSED -> what.add("refused in the ledger: " + inLedger.refusal().orElse("no rule"));
    }
    return what;
  }

  private static Key key(CustomsDecision line) {
    return new Key(line.deposit(), line.approvalNo());
  }

  private static Key key(LedgerDecision decision) {
    return new Key(decision.deposit(), decision.approvalNo());
  }
}
