package com.cargobond.domain.shipment;

import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.money.Money;
import com.cargobond.domain.shipment.CustomsFact.DeclarationCancelled;
import com.cargobond.domain.shipment.CustomsFact.DeclarationFiled;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * A declaration as Customs accepted it, by version and business time.
 *
 * @param named the version that names the guarantee: the latest; but once the goods are out, the
 *     one that counted at that time, because the guarantor behind it stays liable until discharge
 * @param filed the version that says what is owed, in the currency of {@code named}
 * @param since when that was first told as it stands
 * @param contradicted two contents were told under its version: the higher estimate is held until
 *     Customs has told the latest once more
 * @param namesSeveral whether its versions name more than one guarantee
 * @param cancelled whether Customs' latest word on this version, or on a later one, is that it is
 *     cancelled
 */
record Filing(
    DeclarationFiled named,
    DeclarationFiled filed,
    Instant since,
    boolean contradicted,
    boolean namesSeveral,
    boolean cancelled) {

  private static final Comparator<KnownFact<DeclarationFiled>> LATER_VERSION =
      Comparator.<KnownFact<DeclarationFiled>>comparingInt(
              known -> known.fact().declarationVersion())
          .thenComparing(KnownFact.byBusinessTime());

  /** The filing of this declaration, once it is known. */
  static Optional<Filing> of(
      DeclarationNo declaration, Optional<Instant> goodsOutAt, List<ShipmentEvent> events) {
    List<KnownFact<DeclarationFiled>> words =
        KnownFact.of(
            DeclarationFiled.class, events, filed -> filed.declarationNo().equals(declaration));
    if (words.size() > 1) {
      words.sort(LATER_VERSION);
    }
    return words.isEmpty() ? Optional.empty() : Optional.of(of(words, goodsOutAt, events));
  }

  private static Filing of(
      List<KnownFact<DeclarationFiled>> words,
      Optional<Instant> goodsOutAt,
      List<ShipmentEvent> events) {
    if (words.size() == 1) {
      KnownFact<DeclarationFiled> only = words.getFirst();
      return new Filing(
          only.fact(), only.fact(), only.time(), false, false, isCancelled(only, events));
    }
    DeclarationFiled named = named(words, goodsOutAt);
    Currency currency = named.estimatedDuty().currency();
    // A guarantee that cannot be exchanged any more knows no other currency either.
    List<KnownFact<DeclarationFiled>> ofCurrency =
        words.stream()
            .filter(word -> word.fact().estimatedDuty().currency().equals(currency))
            .toList();
    int version = ofCurrency.getLast().fact().declarationVersion();
    FactVersions<DeclarationFiled> told =
        new FactVersions<>(
            ofCurrency.stream()
                .filter(word -> word.fact().declarationVersion() == version)
                .toList());
    return new Filing(
        named,
        told.isContradicted() ? withHighestEstimate(told) : told.latest().fact(),
        told.since(),
        told.isContradicted(),
        words.stream().map(word -> word.fact().registrationNo()).distinct().count() > 1,
        isCancelled(told.latest(), events));
  }

  private static DeclarationFiled named(
      List<KnownFact<DeclarationFiled>> words, Optional<Instant> goodsOutAt) {
    if (goodsOutAt.isEmpty()) {
      return words.getLast().fact();
    }
    return words.stream()
        .filter(filing -> !filing.time().isAfter(goodsOutAt.get()))
        .reduce((earlier, later) -> later)
        .orElse(words.getFirst())
        .fact();
  }

  private static DeclarationFiled withHighestEstimate(FactVersions<DeclarationFiled> told) {
    Money highest =
        told.words().stream()
            .map(word -> word.fact().estimatedDuty())
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return told.latest().fact().withEstimate(highest);
  }

  /** Of one moment the filing counts: nothing is given back for want of an order. */
  private static boolean isCancelled(
      KnownFact<DeclarationFiled> filing, List<ShipmentEvent> events) {
    return KnownFact.of(
            DeclarationCancelled.class,
            events,
            cancelled -> cancelled.declarationNo().equals(filing.fact().declarationNo()))
        .stream()
        .anyMatch(
            word ->
                word.fact().declarationVersion() > filing.fact().declarationVersion()
                    || word.fact().declarationVersion() == filing.fact().declarationVersion()
                        && word.time().isAfter(filing.time()));
  }
}
