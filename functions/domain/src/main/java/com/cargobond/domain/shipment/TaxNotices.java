package com.cargobond.domain.shipment;

import com.cargobond.domain.event.CustomsFact.DutyAssessed;
import com.cargobond.domain.event.CustomsFact.DutyPaid;
import com.cargobond.domain.event.CustomsFact.PaymentReversed;
import com.cargobond.domain.event.Fact;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.identity.DeclarationNo;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tax notices of one declaration with what was paid on each, in one currency; what is in
 * another currency is left to a person.
 *
 * <p>The notices of the highest assessed declaration version count together; those of lower
 * versions are superseded: they secure nothing, but what was paid on them stays paid.
 */
record TaxNotices(List<Notice> notices) {

  /** One notice; {@code paidMinor} is the sum of its receipts less what was reversed. */
  record Notice(DutyAssessed assessed, long paidMinor) {

    long dutyMinor() {
      return assessed.duty().minor();
    }

    /** A restoration never exceeds what is outstanding on the notice. */
    long settledMinor() {
      return Math.min(dutyMinor(), paidMinor);
    }

    boolean overpaid() {
      return paidMinor > dutyMinor();
    }
  }

  static TaxNotices of(DeclarationNo declaration, Currency currency, List<ShipmentEvent> events) {
    Map<String, Long> paid = paidByNotice(currency, events);
    return new TaxNotices(
        latestByNotice(events).values().stream()
            .map(KnownFact::fact)
            .filter(assessed -> assessed.declarationNo().equals(declaration))
            .filter(assessed -> assessed.duty().currency().equals(currency))
            .map(assessed -> new Notice(assessed, paid.getOrDefault(assessed.taxNoticeNo(), 0L)))
            .sorted(Comparator.comparing(notice -> notice.assessed().taxNoticeNo()))
            .toList());
  }

  int highestVersion() {
    return notices.stream()
        .mapToInt(notice -> notice.assessed().declarationVersion())
        .max()
        .orElse(0);
  }

  List<Notice> current() {
    int version = highestVersion();
    return notices.stream()
        .filter(notice -> notice.assessed().declarationVersion() == version)
        .toList();
  }

  long settledMinor() {
    return notices.stream().mapToLong(Notice::settledMinor).sum();
  }

  long paidMinor() {
    return notices.stream().mapToLong(Notice::paidMinor).sum();
  }

  boolean anyOverpaid() {
    return notices.stream().anyMatch(Notice::overpaid);
  }

  boolean anyReversed(List<ShipmentEvent> events) {
    return KnownFact.of(PaymentReversed.class, events)
        .anyMatch(
            reversed ->
                notices.stream()
                    .anyMatch(
                        notice ->
                            notice.assessed().taxNoticeNo().equals(reversed.fact().taxNoticeNo())));
  }

  Optional<LocalDate> dueDateOnNotice() {
    return current().stream()
        .flatMap(notice -> notice.assessed().dueDate().stream())
        .min(Comparator.naturalOrder());
  }

  private static Map<String, KnownFact<DutyAssessed>> latestByNotice(List<ShipmentEvent> events) {
    return KnownFact.of(DutyAssessed.class, events)
        .collect(
            Collectors.toMap(
                known -> known.fact().taxNoticeNo(),
                known -> known,
                BinaryOperator.maxBy(LATER_VERSION)));
  }

  private static final Comparator<KnownFact<DutyAssessed>> LATER_VERSION =
      Comparator.<KnownFact<DutyAssessed>>comparingInt(known -> known.fact().declarationVersion())
          .thenComparing(KnownFact.byBusinessTime());

  private static Map<String, Long> paidByNotice(Currency currency, List<ShipmentEvent> events) {
    Map<String, PaymentReversed> reversals =
        latestBy(
            PaymentReversed::treasuryReceiptNo,
            KnownFact.of(PaymentReversed.class, events)
                .filter(known -> known.fact().amount().currency().equals(currency)));
    Map<String, DutyPaid> receipts =
        latestBy(
            DutyPaid::treasuryReceiptNo,
            KnownFact.of(DutyPaid.class, events)
                .filter(known -> known.fact().amount().currency().equals(currency)));
    return receipts.values().stream()
        .collect(
            Collectors.groupingBy(
                DutyPaid::taxNoticeNo,
                Collectors.summingLong(
                    receipt -> netMinor(receipt, reversals.get(receipt.treasuryReceiptNo())))));
  }

  private static long netMinor(DutyPaid receipt, PaymentReversed reversal) {
    long reversedMinor = reversal == null ? 0 : reversal.amount().minor();
    return Math.max(0, receipt.amount().minor() - reversedMinor);
  }

  private static <F extends Fact> Map<String, F> latestBy(
      Function<F, String> key, Stream<KnownFact<F>> known) {
    return known
        .collect(
            Collectors.toMap(
                fact -> key.apply(fact.fact()),
                fact -> fact,
                BinaryOperator.maxBy(KnownFact.byBusinessTime())))
        .values()
        .stream()
        .map(KnownFact::fact)
        .collect(Collectors.toMap(key, fact -> fact));
  }
}
