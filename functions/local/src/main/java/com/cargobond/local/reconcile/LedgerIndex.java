package com.cargobond.local.reconcile;

import com.cargobond.domain.identity.Uetr;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what the ledger has for an entry; what one entry has found, no other finds. */
final class LedgerIndex {

  private final Map<Uetr, LedgerPayment> byUetr = new LinkedHashMap<>();
  private final Map<String, List<LedgerPayment>> byEndToEndId;
  private final Set<Posting> found = new HashSet<>();

  LedgerIndex(Collection<LedgerPayment> payments) {
    payments.forEach(payment -> byUetr.put(payment.uetr(), payment));
    byEndToEndId =
        byUetr.values().stream().collect(Collectors.groupingBy(LedgerPayment::endToEndId));
  }

  Collection<LedgerPayment> payments() {
    return byUetr.values();
  }

  /** By the UETR; by the end-to-end id only where the bank does not say the UETR. */
  Optional<LedgerPayment> take(StatementEntry entry) {
    Optional<LedgerPayment> payment =
        candidates(entry).stream()
            .filter(candidate -> !isFound(new Posting(candidate, entry.direction())))
            .max(
                Comparator.comparing(
                    (LedgerPayment candidate) -> candidate.heardOf(entry.direction()).isPresent()));
    payment.ifPresent(taken -> found.add(new Posting(taken, entry.direction())));
    return payment;
  }

  boolean isFound(Posting posting) {
    return found.contains(posting);
  }

  private List<LedgerPayment> candidates(StatementEntry entry) {
    return entry
        .uetr()
        .map(uetr -> Optional.ofNullable(byUetr.get(uetr)).stream().toList())
        .orElseGet(
            () ->
                entry
                    .endToEndId()
                    .map(id -> byEndToEndId.getOrDefault(id, List.of()))
                    .orElse(List.of()));
  }
}
