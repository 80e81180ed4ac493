package com.cargobond.domain.shipment;

import com.cargobond.domain.event.CustomsFact.DutyAssessed;
import com.cargobond.domain.event.CustomsFact.DutyPaid;
import com.cargobond.domain.event.CustomsFact.PaymentReversed;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.identity.DeclarationNo;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
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
  record Notice(DutyAssessed assessed, long paidMinor, boolean reversed) {

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
    Map<String, Payments> payments = paymentsByNotice(currency, events);
    return new TaxNotices(
        latestByNotice(events).values().stream()
            .map(KnownFact::fact)
            .filter(assessed -> assessed.declarationNo().equals(declaration))
            .filter(assessed -> assessed.duty().currency().equals(currency))
            .map(assessed -> notice(assessed, payments))
            .sorted(Comparator.comparing(notice -> notice.assessed().taxNoticeNo()))
            .toList());
  }

  private static Notice notice(DutyAssessed assessed, Map<String, Payments> payments) {
    Payments paid = payments.getOrDefault(assessed.taxNoticeNo(), Payments.NONE);
    return new Notice(assessed, paid.paidMinor(), paid.reversed());
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

  boolean anyReversed() {
    return notices.stream().anyMatch(Notice::reversed);
  }

  /** What was paid on notices that a later version replaced. */
  long supersededSettledMinor() {
    int version = highestVersion();
    return notices.stream()
        .filter(notice -> notice.assessed().declarationVersion() < version)
        .mapToLong(Notice::settledMinor)
        .sum();
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

  /** What the receipts of a notice sum to, and what was reversed of it; both never negative. */
  private record Payments(long receivedMinor, long reversedMinor) {

    static final Payments NONE = new Payments(0, 0);

    long paidMinor() {
      return Math.max(0, receivedMinor - reversedMinor);
    }

    boolean reversed() {
      return receivedMinor > 0 && reversedMinor > 0;
    }
  }

  private static Map<String, Payments> paymentsByNotice(
      Currency currency, List<ShipmentEvent> events) {
    Map<String, Long> received =
        receipts(currency, events)
            .collect(
                Collectors.groupingBy(
                    DutyPaid::taxNoticeNo,
                    Collectors.summingLong(receipt -> receipt.amount().minor())));
    Map<String, Long> reversed =
        KnownFact.of(PaymentReversed.class, events)
            .map(KnownFact::fact)
            .filter(reversal -> reversal.amount().currency().equals(currency))
            .collect(
                Collectors.groupingBy(
                    PaymentReversed::taxNoticeNo,
                    Collectors.summingLong(reversal -> reversal.amount().minor())));
    return Stream.concat(received.keySet().stream(), reversed.keySet().stream())
        .distinct()
        .collect(
            Collectors.toMap(
                notice -> notice,
                notice ->
                    new Payments(
                        received.getOrDefault(notice, 0L), reversed.getOrDefault(notice, 0L))));
  }

  /** A receipt that is told under two events is one receipt: what was said last counts. */
  private static Stream<DutyPaid> receipts(Currency currency, List<ShipmentEvent> events) {
    record Receipt(String taxNoticeNo, String treasuryReceiptNo) {}
    return KnownFact.of(DutyPaid.class, events)
        .filter(known -> known.fact().amount().currency().equals(currency))
        .collect(
            Collectors.toMap(
                known -> new Receipt(known.fact().taxNoticeNo(), known.fact().treasuryReceiptNo()),
                known -> known,
                BinaryOperator.maxBy(KnownFact.byBusinessTime())))
        .values()
        .stream()
        .map(KnownFact::fact);
  }
}
