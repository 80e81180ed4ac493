package com.cargobond.domain.shipment;

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
import java.util.Optional;

/** The checks that find what needs a person; each looks at facts only, never at their order. */
final class DeclarationChecks {

  private DeclarationChecks() {}

  static List<ExceptionCode> of(DeclarationFacts facts, Cover cover, List<ShipmentEvent> events) {
    List<ExceptionCode> found = new ArrayList<>();
    if (facts.filing().cancelled() && facts.released() && !facts.debtIsMet()) {
      found.add(ExceptionCode.CANCELLED_AFTER_RELEASE);
    }
    if (facts.filing().contradicted()) {
      found.add(ExceptionCode.DECLARATION_CONTRADICTED);
    }
    if (facts.lateCharges().surplusMinor() > 0) {
      found.add(ExceptionCode.PAID_MORE_THAN_ASSESSED);
    }
    addOfReceipts(found, facts.notices().receipts());
    if (cover instanceof Cover.Refused && facts.goodsAreOut() && !facts.debtIsMet()) {
      found.add(ExceptionCode.RELEASED_WITHOUT_COVER);
    }
    if (cover.hold().filter(hold -> hold.isOfClosed() && hold.holding().open() > 0).isPresent()) {
      found.add(ExceptionCode.CLOSED_GUARANTEE_LIABLE);
    }
    if (facts.paidClaimsMinor() > 0 && facts.debtorPaid() && facts.paidTwiceMinor() > 0) {
      found.add(ExceptionCode.PAID_AND_CLAIMED);
    }
    addOfDemands(found, facts, cover.claimableUntil());
    boolean isDemanded =
        facts.demands().stream().anyMatch(demand -> demand.status(cover.claimableUntil()).isOpen());
    if (cover instanceof Cover.Refused && isDemanded) {
      found.add(ExceptionCode.DEMAND_WITHOUT_COVER);
    }
    if (events.stream().anyMatch(event -> differsInCurrency(event, facts))) {
      found.add(ExceptionCode.CURRENCY_DIFFERS);
    }
    return found;
  }

  private static void addOfReceipts(List<ExceptionCode> found, List<TreasuryReceipt> receipts) {
    if (receipts.stream().anyMatch(TreasuryReceipt::contradicted)) {
      found.add(ExceptionCode.RECEIPT_CONTRADICTED);
    }
    if (receipts.stream().anyMatch(TreasuryReceipt::reversalContradicted)) {
      found.add(ExceptionCode.REVERSAL_CONTRADICTED);
    }
    if (receipts.stream().anyMatch(TreasuryReceipt::reversedTooMuch)) {
      found.add(ExceptionCode.REVERSED_MORE_THAN_PAID);
    }
  }

  private static void addOfDemands(
      List<ExceptionCode> found, DeclarationFacts facts, Optional<LocalDate> claimableUntil) {
    List<DemandFacts> demands = facts.demands();
    List<DemandFacts> open =
        demands.stream().filter(demand -> demand.status(claimableUntil).isOpen()).toList();
    if (demands.stream().anyMatch(DemandFacts::isPaidUnasked)) {
      found.add(ExceptionCode.CLAIM_NOT_OWED);
    }
    if (demands.stream().anyMatch(DemandFacts::isPaidTwice)) {
      found.add(ExceptionCode.CLAIM_PAID_TWICE);
    }
    if (open.stream().anyMatch(facts::isExceededBy)) {
      found.add(
          facts.dutyIsMet() && open.stream().anyMatch(demand -> !demand.hasComplied())
              ? ExceptionCode.DEMAND_AFTER_PAYMENT
              : ExceptionCode.DEMAND_EXCEEDS_DUTY);
    }
    if (facts.dutyIsMet() && open.stream().anyMatch(DemandFacts::hasComplied)) {
      found.add(ExceptionCode.DEMAND_OVERTAKEN);
    }
    if (demands.stream()
        .anyMatch(
            demand ->
                demand.status(claimableUntil) == DemandStatus.REJECTED
                    && demand.isAfter(claimableUntil))) {
      found.add(ExceptionCode.DEMAND_AFTER_PERIOD);
    }
  }

  /** The class limits are in CNY; other currencies need a rate that nobody has agreed here. */
  static boolean exceedsClassLimit(ManifestAccepted manifest, Instant manifestedAt) {
    LocalDate day = manifestedAt.atZone(DeclarationFacts.ZONE).toLocalDate();
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
