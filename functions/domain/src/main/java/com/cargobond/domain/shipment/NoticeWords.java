package com.cargobond.domain.shipment;

import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.shipment.CustomsFact.DutyAssessed;
import com.cargobond.domain.shipment.CustomsFact.TaxNoticeWithdrawn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What Customs told under the numbers of tax notices; the latest word on each counts. */
final class NoticeWords {

  private NoticeWords() {}

  /** The notices that are of this declaration and in this currency as they were last told. */
  static Map<String, FactVersions<DutyAssessed>> of(
      DeclarationNo declaration, Currency currency, List<ShipmentEvent> events) {
    List<KnownFact<DutyAssessed>> assessed = KnownFact.of(DutyAssessed.class, events);
    if (assessed.isEmpty()) {
      return Map.of();
    }
    Map<String, List<KnownFact<DutyAssessed>>> byNumber = new HashMap<>();
    for (KnownFact<DutyAssessed> word : assessed) {
      byNumber.computeIfAbsent(word.fact().taxNoticeNo(), number -> new ArrayList<>()).add(word);
    }
    Map<String, FactVersions<DutyAssessed>> told = new HashMap<>();
    byNumber.forEach(
        (number, words) -> told.put(number, new FactVersions<>(ofHighestVersion(words))));
    told.values()
        .removeIf(
            words -> {
              DutyAssessed latest = words.latest().fact();
              return !latest.declarationNo().equals(declaration)
                  || !latest.duty().currency().equals(currency);
            });
    return told;
  }

  /** A lower version of the declaration after a higher one has no effect. */
  private static List<KnownFact<DutyAssessed>> ofHighestVersion(
      List<KnownFact<DutyAssessed>> words) {
    if (words.size() == 1) {
      return words;
    }
    int highest =
        words.stream().mapToInt(word -> word.fact().declarationVersion()).max().orElseThrow();
    return words.stream().filter(word -> word.fact().declarationVersion() == highest).toList();
  }

  /**
   * What is owed by the words on one notice: of two amounts the higher, until Customs has told the
   * latest once more. Another due date is a correction.
   */
  static DutyAssessed inForce(FactVersions<DutyAssessed> words) {
    DutyAssessed latest = words.latest().fact();
    return isContradicted(words)
        ? words.words().stream()
            .map(KnownFact::fact)
            .map(DutyAssessed::duty)
            .filter(duty -> duty.currency().equals(latest.duty().currency()))
            .max(Comparator.naturalOrder())
            .map(latest::withDuty)
            .orElseThrow()
        : latest;
  }

  static boolean isContradicted(FactVersions<DutyAssessed> words) {
    return words.isContradictedIn(DutyAssessed::duty);
  }

  /** Whether the latest word on the notice is that it is void; of one moment the notice counts. */
  static boolean isWithdrawn(
      String number, FactVersions<DutyAssessed> words, List<ShipmentEvent> events) {
    return withdrawnAt(number, events)
        .filter(withdrawnAt -> withdrawnAt.isAfter(words.latest().time()))
        .isPresent();
  }

  private static Optional<Instant> withdrawnAt(String number, List<ShipmentEvent> events) {
    return KnownFact.of(
            TaxNoticeWithdrawn.class, events, withdrawn -> withdrawn.taxNoticeNo().equals(number))
        .stream()
        .map(KnownFact::time)
        .max(Comparator.naturalOrder());
  }

  /**
   * Whether the amount that is in force was told before that moment. A notice that was withdrawn
   * and is told again is a new one.
   */
  static boolean isToldBefore(
      Instant moment,
      DutyAssessed inForce,
      FactVersions<DutyAssessed> words,
      List<ShipmentEvent> events) {
    Instant since = withdrawnAt(inForce.taxNoticeNo(), events).orElse(Instant.MIN);
    return words.words().stream()
        .filter(word -> word.fact().duty().equals(inForce.duty()))
        .map(KnownFact::time)
        .anyMatch(time -> time.isBefore(moment) && !time.isBefore(since));
  }

  /**
   * Which notice replaces which. Of several that name one, the one with the last number takes its
   * place. Notices that replace each other in a circle all count: nothing is secured by none.
   */
  static Map<String, String> replacements(Map<String, DutyAssessed> inForce) {
    if (inForce.values().stream().allMatch(assessed -> assessed.replaces().isEmpty())) {
      return Map.of();
    }
    Map<String, String> replacedBy = new HashMap<>();
    inForce.values().stream()
        .sorted(Comparator.comparing(DutyAssessed::taxNoticeNo))
        .forEach(
            assessed ->
                assessed
                    .replaces()
                    .filter(inForce::containsKey)
                    .ifPresent(replaced -> replacedBy.put(replaced, assessed.taxNoticeNo())));
    Set<String> inCircles =
        replacedBy.keySet().stream()
            .filter(number -> isInCircle(number, replacedBy))
            .collect(Collectors.toSet());
    replacedBy.keySet().removeAll(inCircles);
    return replacedBy;
  }

  private static boolean isInCircle(String number, Map<String, String> replacedBy) {
    Set<String> seen = new HashSet<>();
    String next = replacedBy.get(number);
    while (next != null && !next.equals(number) && seen.add(next)) {
      next = replacedBy.get(next);
    }
    return number.equals(next);
  }
}
