package com.cargobond.domain.shipment;

import com.cargobond.domain.calendar.ChinaDay;
import com.cargobond.domain.duty.ShipmentClass;
import com.cargobond.domain.event.CargoFact.ManifestAccepted;
import com.cargobond.domain.event.CustomsFact.DeclarationFiled;
import com.cargobond.domain.event.CustomsFact.DefaultDemanded;
import com.cargobond.domain.event.CustomsFact.DutyAssessed;
import com.cargobond.domain.event.CustomsFact.DutyPaid;
import com.cargobond.domain.event.CustomsFact.PaymentReversed;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.guarantee.DemandStatus;
import com.cargobond.domain.law.Law;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The checks that find what needs a person; each looks at facts only, never at their order. */
final class DeclarationChecks {

  private final DeclarationFacts facts;
  private final List<ShipmentException> found = new ArrayList<>();

  private DeclarationChecks(DeclarationFacts facts) {
    this.facts = facts;
  }

  static List<ShipmentException> of(
      DeclarationFacts facts, Cover cover, List<ShipmentEvent> events) {
    DeclarationChecks checks = new DeclarationChecks(facts);
    checks.ofDeclaration(cover, events);
    checks.ofTreasury();
    checks.ofDemands(cover);
    return checks.found;
  }

  private void ofDeclaration(Cover cover, List<ShipmentEvent> events) {
    boolean isOwed = !facts.debtIsMet();
    find(
        ExceptionCode.CANCELLED_AFTER_RELEASE,
        facts.filing().cancelled() && facts.released() && isOwed);
    find(ExceptionCode.DECLARATION_CONTRADICTED, facts.filing().contradicted());
    find(
        ExceptionCode.RELEASED_WITHOUT_COVER,
        cover instanceof Cover.Refused && facts.goodsAreOut() && isOwed);
    find(
        ExceptionCode.CLOSED_GUARANTEE_LIABLE,
        cover.hold().filter(hold -> hold.isOfClosed() && hold.holding().open() > 0).isPresent());
    find(
        ExceptionCode.CURRENCY_DIFFERS,
        events.stream().anyMatch(event -> differsInCurrency(event, facts)));
  }

  private void ofTreasury() {
    findEach(ExceptionCode.NOTICE_CONTRADICTED, facts.notices().contradicted().stream());
    findEach(ExceptionCode.PAID_MORE_THAN_ASSESSED, facts.lateCharges().overpaid().stream());
    find(ExceptionCode.PAID_MORE_THAN_ASSESSED, facts.notices().surplusOnVoidMinor() > 0);
    findEach(ExceptionCode.RECEIPT_CONTRADICTED, receipts(TreasuryReceipt::contradicted));
    findEach(ExceptionCode.REVERSAL_CONTRADICTED, receipts(TreasuryReceipt::reversalContradicted));
    findEach(ExceptionCode.REVERSED_MORE_THAN_PAID, receipts(TreasuryReceipt::reversedTooMuch));
    boolean isClaimed = facts.paidClaimsMinor() > 0;
    find(
        ExceptionCode.PAID_AND_CLAIMED,
        isClaimed && facts.debtorPaid() && facts.paidTwiceMinor() > 0);
    find(ExceptionCode.CLAIM_DIFFERS, facts.guarantorsPaymentsDiffer());
    find(ExceptionCode.CLAIM_AND_SEVERAL_GUARANTEES, isClaimed && facts.filing().namesSeveral());
  }

  private Stream<String> receipts(Predicate<TreasuryReceipt> which) {
    return facts.notices().receipts().stream()
        .filter(which)
        .map(receipt -> receipt.taxNoticeNo() + " " + receipt.number())
        .sorted();
  }

  private void ofDemands(Cover cover) {
    for (DemandFacts demand : facts.demands()) {
      DemandStatus status = demand.status(cover.claimableUntil());
      boolean isComplying = status == DemandStatus.COMPLYING;
      boolean exceeds = status.isOpen() && facts.isExceededBy(demand);
      boolean isAfterPayment = exceeds && facts.dutyIsMet() && !isComplying;
      find(ExceptionCode.CLAIM_NOT_OWED, demand.isPaidUnasked(), demand);
      find(ExceptionCode.CLAIM_PAID_TWICE, demand.isPaidTwice(), demand);
      find(ExceptionCode.DEMAND_TOLD_OTHERWISE, demand.toldOtherwise(), demand);
      find(ExceptionCode.DEMAND_CONTRADICTED, demand.contradicted(), demand);
      find(ExceptionCode.DEMAND_AFTER_PAYMENT, isAfterPayment, demand);
      find(ExceptionCode.DEMAND_EXCEEDS_DUTY, exceeds && !isAfterPayment, demand);
      find(ExceptionCode.DEMAND_OVERTAKEN, isComplying && facts.dutyIsMet(), demand);
      find(
          ExceptionCode.DEMAND_AFTER_PERIOD,
          status == DemandStatus.REJECTED && demand.isAfter(cover.claimableUntil()),
          demand);
      find(
          ExceptionCode.DEMAND_WITHOUT_COVER,
          status.isOpen() && cover instanceof Cover.Refused,
          demand);
    }
  }

  private void find(ExceptionCode code, boolean holds) {
    if (holds) {
      found.add(new ShipmentException(code, facts.number().value()));
    }
  }

  private void find(ExceptionCode code, boolean holds, DemandFacts demand) {
    if (holds) {
      found.add(new ShipmentException(code, demand.demanded().demandId().value()));
    }
  }

  private void findEach(ExceptionCode code, Stream<String> references) {
    references.map(reference -> new ShipmentException(code, reference)).forEach(found::add);
  }

  /** The numbers of receipts that pay something on more than one notice. */
  static Stream<String> receiptsOnSeveralNotices(List<DeclarationFacts> declarations) {
    return declarations.stream()
        .flatMap(facts -> facts.notices().receipts().stream())
        .filter(receipt -> receipt.minor() > 0)
        .collect(
            Collectors.groupingBy(
                TreasuryReceipt::number,
                TreeMap::new,
                Collectors.mapping(TreasuryReceipt::taxNoticeNo, Collectors.toSet())))
        .entrySet()
        .stream()
        .filter(receipt -> receipt.getValue().size() > 1)
        .map(Map.Entry::getKey);
  }

  /** The class limits are in CNY; other currencies need a rate that nobody has agreed here. */
  static boolean exceedsClassLimit(ManifestAccepted manifest, Instant manifestedAt) {
    LocalDate day = ChinaDay.of(manifestedAt);
    return manifest.shipmentClass() == ShipmentClass.C
        && manifest
            .declaredValue()
            .filter(value -> value.currency().getCurrencyCode().equals("CNY"))
            .filter(value -> value.minor() > Law.on(day).classCValueLimitFen())
            .isPresent();
  }

  private static boolean differsInCurrency(ShipmentEvent event, DeclarationFacts facts) {
    return switch (event.fact()) {
      case DeclarationFiled filed ->
          filed.declarationNo().equals(facts.filed().declarationNo())
              && filed.declarationVersion() > facts.filed().declarationVersion();
      case DutyAssessed assessed ->
          assessed.declarationNo().equals(facts.filed().declarationNo())
              && !assessed.duty().currency().equals(facts.currency());
      case DefaultDemanded demanded ->
          demanded.declarationNo().equals(facts.filed().declarationNo())
              && !demanded.amount().currency().equals(facts.currency());
      case DutyPaid paid ->
          facts.notices().numbers().contains(paid.taxNoticeNo())
              && !paid.amount().currency().equals(facts.currency());
      case PaymentReversed reversed ->
          facts.notices().numbers().contains(reversed.taxNoticeNo())
              && !reversed.amount().currency().equals(facts.currency());
      default -> false;
    };
  }
}
