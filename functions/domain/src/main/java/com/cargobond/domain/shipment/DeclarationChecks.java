package com.cargobond.domain.shipment;

import com.cargobond.domain.calendar.ChinaDay;
import com.cargobond.domain.duty.ShipmentClass;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.guarantee.DemandStatus;
import com.cargobond.domain.law.Law;
import com.cargobond.domain.ledger.Matter;
import com.cargobond.domain.shipment.CargoFact.ManifestAccepted;
import com.cargobond.domain.shipment.CustomsFact.DeclarationFiled;
import com.cargobond.domain.shipment.CustomsFact.DefaultDemanded;
import com.cargobond.domain.shipment.CustomsFact.DutyAssessed;
import com.cargobond.domain.shipment.CustomsFact.DutyPaid;
import com.cargobond.domain.shipment.CustomsFact.PaymentReversed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The checks that find what needs a person; each looks at facts only, never at their order. */
final class DeclarationChecks {

  private final DeclarationFacts facts;
  private final List<Matter> found = new ArrayList<>();

  private DeclarationChecks(DeclarationFacts facts) {
    this.facts = facts;
  }

  static List<Matter> of(DeclarationFacts facts, Cover cover, List<ShipmentEvent> events) {
    DeclarationChecks checks = new DeclarationChecks(facts);
    checks.ofDeclaration(cover, events);
    checks.ofTreasury();
    checks.ofDemands(cover);
    return checks.found;
  }

  private void ofDeclaration(Cover cover, List<ShipmentEvent> events) {
    boolean isOwed = !facts.debtIsMet();
    find(
        ShipmentExceptionCode.CANCELLED_AFTER_RELEASE,
        facts.filing().cancelled() && facts.released() && isOwed);
    find(ShipmentExceptionCode.DECLARATION_CONTRADICTED, facts.filing().contradicted());
    find(
        ShipmentExceptionCode.RELEASED_WITHOUT_COVER,
        cover instanceof Cover.Refused && facts.goodsAreOut() && isOwed);
    find(
        ShipmentExceptionCode.CLOSED_GUARANTEE_LIABLE,
        cover.hold().filter(hold -> hold.isOfClosed() && hold.holding().open() > 0).isPresent());
    find(ShipmentExceptionCode.CURRENCY_DIFFERS, differsInCurrency(events));
  }

  private void ofTreasury() {
    findEach(ShipmentExceptionCode.NOTICE_CONTRADICTED, facts.notices().contradicted());
    findEach(ShipmentExceptionCode.PAID_MORE_THAN_ASSESSED, facts.lateCharges().overpaid());
    find(ShipmentExceptionCode.PAID_MORE_THAN_ASSESSED, facts.notices().surplusOnVoidMinor() > 0);
    findEach(ShipmentExceptionCode.RECEIPT_CONTRADICTED, receipts(TreasuryReceipt::contradicted));
    findEach(
        ShipmentExceptionCode.REVERSAL_CONTRADICTED,
        receipts(TreasuryReceipt::reversalContradicted));
    findEach(
        ShipmentExceptionCode.REVERSED_MORE_THAN_PAID, receipts(TreasuryReceipt::reversedTooMuch));
    boolean isClaimed = facts.paidClaimsMinor() > 0;
    find(
        ShipmentExceptionCode.PAID_AND_CLAIMED,
        isClaimed && facts.debtorPaid() && facts.paidTwiceMinor() > 0);
    find(ShipmentExceptionCode.CLAIM_DIFFERS, facts.guarantorsPaymentsDiffer());
    find(
        ShipmentExceptionCode.CLAIM_AND_SEVERAL_GUARANTEES,
        isClaimed && facts.filing().namesSeveral());
  }

  private List<String> receipts(Predicate<TreasuryReceipt> which) {
    if (facts.notices().receipts().isEmpty()) {
      return List.of();
    }
    return facts.notices().receipts().stream()
        .filter(which)
        .map(receipt -> receipt.taxNoticeNo() + " " + receipt.number())
        .sorted()
        .toList();
  }

  private void ofDemands(Cover cover) {
    for (DemandFacts demand : facts.demands()) {
      DemandStatus status = demand.status(cover.claimableUntil());
      boolean isComplying = status == DemandStatus.COMPLYING;
      boolean exceeds = status.isOpen() && facts.isExceededBy(demand);
      boolean isAfterPayment = exceeds && facts.dutyIsMet() && !isComplying;
      find(ShipmentExceptionCode.CLAIM_NOT_OWED, demand.isPaidUnasked(), demand);
      find(ShipmentExceptionCode.CLAIM_PAID_TWICE, demand.isPaidTwice(), demand);
      find(ShipmentExceptionCode.DEMAND_TOLD_OTHERWISE, demand.toldOtherwise(), demand);
      find(ShipmentExceptionCode.DEMAND_CONTRADICTED, demand.contradicted(), demand);
      find(ShipmentExceptionCode.DEMAND_AFTER_PAYMENT, isAfterPayment, demand);
      find(ShipmentExceptionCode.DEMAND_EXCEEDS_DUTY, exceeds && !isAfterPayment, demand);
      find(ShipmentExceptionCode.DEMAND_OVERTAKEN, isComplying && facts.dutyIsMet(), demand);
      find(
          ShipmentExceptionCode.DEMAND_AFTER_PERIOD,
          status == DemandStatus.REJECTED && demand.isAfter(cover.claimableUntil()),
          demand);
      find(
          ShipmentExceptionCode.DEMAND_WITHOUT_COVER,
          status.isOpen() && cover instanceof Cover.Refused,
          demand);
    }
  }

  private void find(ShipmentExceptionCode code, boolean holds) {
    if (holds) {
      found.add(Matter.of(code, facts.number().value()));
    }
  }

  private void find(ShipmentExceptionCode code, boolean holds, DemandFacts demand) {
    if (holds) {
      found.add(Matter.of(code, demand.demanded().demandId().value()));
    }
  }

  private void findEach(ShipmentExceptionCode code, List<String> references) {
    for (String reference : references) {
      found.add(Matter.of(code, reference));
    }
  }

  /** The numbers of receipts that pay something on more than one notice. */
  static List<String> receiptsOnSeveralNotices(List<DeclarationFacts> declarations) {
    if (declarations.stream().allMatch(facts -> facts.notices().receipts().size() < 2)
        && declarations.size() < 2) {
      return List.of();
    }
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
        .map(Map.Entry::getKey)
        .toList();
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

  private boolean differsInCurrency(List<ShipmentEvent> events) {
    for (ShipmentEvent event : events) {
      if (!event.type().isCargo() && differsInCurrency(event, facts)) {
        return true;
      }
    }
    return false;
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
