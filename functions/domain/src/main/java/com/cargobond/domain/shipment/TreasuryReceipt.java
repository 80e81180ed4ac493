package com.cargobond.domain.shipment;

import com.cargobond.domain.calendar.ChinaDay;
import com.cargobond.domain.event.Fact;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.shipment.CustomsFact.DutyPaid;
import com.cargobond.domain.shipment.CustomsFact.Payer;
import com.cargobond.domain.shipment.CustomsFact.PaymentReversed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One receipt of the treasury for one notice, with what was reversed of it. A receipt that is told
 * under two events is one receipt. A reversal takes from its receipt and never more than is left of
 * it; a number that was reversed wholly and is paid again counts again.
 *
 * <p>Where two amounts are told under one number, the receipt pays the smaller and a reversal takes
 * the larger, so that nothing is restored that may have to be reserved again.
 *
 * @param minor what it pays, in minor units, after reversals
 * @param paidOn the day on which the payer was debited, else the receipt's business day
 * @param reversed whether any of it was ever undone
 * @param reversedTooMuch whether more was to be undone than was left of it
 */
record TreasuryReceipt(
    String taxNoticeNo,
    String number,
    Payer paidBy,
    long minor,
    LocalDate paidOn,
    boolean reversed,
    boolean contradicted,
    boolean reversalContradicted,
    boolean reversedTooMuch) {

  /** What makes a receipt one. */
  private record Identity(String taxNoticeNo, String number) {}

  /** The receipts in one currency that these events tell of. */
  static List<TreasuryReceipt> of(
      Currency currency, LocalDate completedOn, List<ShipmentEvent> events) {
    List<KnownFact<DutyPaid>> paid =
        KnownFact.of(DutyPaid.class, events, word -> word.amount().currency().equals(currency));
    if (paid.isEmpty()) {
      return List.of();
    }
    Map<Identity, List<KnownFact<DutyPaid>>> payments =
        paid.stream()
            .collect(
                Collectors.groupingBy(
                    word ->
                        new Identity(word.fact().taxNoticeNo(), word.fact().treasuryReceiptNo())));
    Map<Identity, List<KnownFact<PaymentReversed>>> reversals =
        KnownFact.of(
                PaymentReversed.class, events, word -> word.amount().currency().equals(currency))
            .stream()
            .collect(
                Collectors.groupingBy(
                    word ->
                        new Identity(word.fact().taxNoticeNo(), word.fact().treasuryReceiptNo())));
    return payments.entrySet().stream()
        .map(
            entry ->
                of(
                    entry.getValue(),
                    reversals.getOrDefault(entry.getKey(), List.of()),
                    completedOn))
        .toList();
  }

  private static TreasuryReceipt of(
      List<KnownFact<DutyPaid>> payments,
      List<KnownFact<PaymentReversed>> reversals,
      LocalDate completedOn) {
    Reading reading = new Reading(completedOn);
    List<KnownFact<? extends Fact>> words = new ArrayList<>(payments);
    words.addAll(reversals);
    words.sort(IN_TIME);
    for (KnownFact<? extends Fact> word : words) {
      switch (word.fact()) {
        case DutyPaid paid -> reading.pay(new KnownFact<>(paid, word.event()));
        case PaymentReversed reversed -> reading.reverse(new KnownFact<>(reversed, word.event()));
        default -> throw new IllegalStateException("no word of a receipt: " + word);
      }
    }
    return reading.result();
  }

  /** Of one moment the payment comes first: what was not paid cannot be reversed. */
  private static final Comparator<KnownFact<? extends Fact>> IN_TIME =
      Comparator.<KnownFact<? extends Fact>, Instant>comparing(KnownFact::time)
          .thenComparing(word -> word.fact() instanceof PaymentReversed)
          .thenComparing(KnownFact::eventKey);

  /** Reads the words in their order; begins anew with each payment after a whole reversal. */
  private static final class Reading {

    private final LocalDate completedOn;
    private List<KnownFact<DutyPaid>> payments = new ArrayList<>();
    private Map<String, List<KnownFact<PaymentReversed>>> reversals = new HashMap<>();
    private final Set<String> settledReversals = new HashSet<>();
    private boolean everReversed;
    private boolean everTooMuch;

    Reading(LocalDate completedOn) {
      this.completedOn = completedOn;
    }

    void pay(KnownFact<DutyPaid> word) {
      boolean isUndone = !payments.isEmpty() && reversedMinor() >= paidMinor();
      everTooMuch |= !payments.isEmpty() && reversedMinor() > paidMinor();
      if (isUndone && payments.stream().noneMatch(earlier -> isSame(earlier, word))) {
        settledReversals.addAll(reversals.keySet());
        payments = new ArrayList<>();
        reversals = new HashMap<>();
      }
      payments.add(word);
    }

    /** Where the days of a payment are told, they say whether it is told again or made again. */
    private static boolean isSame(KnownFact<DutyPaid> one, KnownFact<DutyPaid> other) {
      return one.fact().debitedOn().isPresent()
              && one.fact().debitedOn().equals(other.fact().debitedOn())
          || one.fact().treasuryDate().isPresent()
              && one.fact().treasuryDate().equals(other.fact().treasuryDate());
    }

    /** One that comes before its payment by some clock takes all the same. */
    void reverse(KnownFact<PaymentReversed> word) {
      // Only a number says that a reversal of an earlier payment is told again.
      boolean isOfEarlier =
          word.fact().reversalNo().isPresent() && settledReversals.contains(identity(word.fact()));
      if (!isOfEarlier) {
        reversals.computeIfAbsent(identity(word.fact()), id -> new ArrayList<>()).add(word);
        everReversed = true;
      }
    }

    TreasuryReceipt result() {
      everTooMuch |= reversedMinor() > paidMinor();
      DutyPaid latest = new FactVersions<>(payments).latest().fact();
      return new TreasuryReceipt(
          latest.taxNoticeNo(),
          latest.treasuryReceiptNo(),
          latest.paidBy(),
          Math.max(0, paidMinor() - reversedMinor()),
          paidOn(),
          everReversed,
          amountsContradict(),
          reversals.values().stream().anyMatch(told -> new FactVersions<>(told).isContradicted()),
          everTooMuch);
    }

    private long paidMinor() {
      long latest = new FactVersions<>(payments).latest().fact().amount().minor();
      return amountsContradict()
          ? payments.stream().mapToLong(word -> word.fact().amount().minor()).min().orElseThrow()
          : latest;
    }

    /** Another day or payer is a correction; another amount is a contradiction until repeated. */
    private boolean amountsContradict() {
      return new FactVersions<>(payments).isContradictedIn(DutyPaid::amount);
    }

    private long reversedMinor() {
      return reversals.values().stream()
          .map(FactVersions::new)
          .mapToLong(Reading::takenMinor)
          .reduce(0, Math::addExact);
    }

    private static long takenMinor(FactVersions<PaymentReversed> told) {
      return told.isContradicted()
          ? told.words().stream()
              .mapToLong(word -> word.fact().amount().minor())
              .max()
              .orElseThrow()
          : told.latest().fact().amount().minor();
    }

    private LocalDate paidOn() {
      List<KnownFact<DutyPaid>> told = new FactVersions<>(payments).words();
      return told.reversed().stream()
          .flatMap(word -> word.fact().debitedOn().filter(day -> isPlausible(day, word)).stream())
          .findFirst()
          .orElseGet(() -> dayOf(told.getFirst()));
    }

    /** Nobody pays before the declaration, nor tells of a payment more than a day before it. */
    private boolean isPlausible(LocalDate day, KnownFact<DutyPaid> word) {
      return !day.isBefore(completedOn) && !day.isAfter(dayOf(word).plusDays(1));
    }

    private static LocalDate dayOf(KnownFact<DutyPaid> word) {
      return ChinaDay.of(word.time());
    }

    private static String identity(PaymentReversed reversed) {
      return reversed
          .reversalNo()
          .map(number -> "number " + number)
          .orElseGet(() -> "amount " + reversed.amount().minor());
    }
  }
}
