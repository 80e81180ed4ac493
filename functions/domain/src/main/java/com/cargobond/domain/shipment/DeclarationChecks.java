package com.cargobond.domain.shipment;

import com.cargobond.domain.duty.ShipmentClass;
import com.cargobond.domain.event.CargoFact.ManifestAccepted;
import com.cargobond.domain.event.CustomsFact.DeclarationFiled;
import com.cargobond.domain.event.CustomsFact.DefaultDemanded;
import com.cargobond.domain.event.CustomsFact.DutyAssessed;
import com.cargobond.domain.event.CustomsFact.DutyPaid;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.law.Law;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The checks that find what needs a person; each looks at facts only, never at their order. */
final class DeclarationChecks {

  private DeclarationChecks() {}

  static List<ExceptionCode> of(DeclarationFacts facts, Cover cover, List<ShipmentEvent> events) {
    List<ExceptionCode> found = new ArrayList<>();
    if (facts.cancelled() && facts.released() && !facts.dutyIsMet()) {
      found.add(ExceptionCode.CANCELLED_AFTER_RELEASE);
    }
    if (facts.notices().anyOverpaid()) {
      found.add(ExceptionCode.PAID_MORE_THAN_ASSESSED);
    }
    if (cover instanceof Cover.Refused && facts.goodsAreOut() && !facts.dutyIsMet()) {
      found.add(ExceptionCode.RELEASED_WITHOUT_COVER);
    }
    if (facts.paidClaimsMinor() > 0 && facts.notices().paidMinor() > 0 && paidTwice(facts)) {
      found.add(ExceptionCode.PAID_AND_CLAIMED);
    }
    if (facts.demands().stream().anyMatch(demand -> exceedsDuty(demand, facts))) {
      found.add(ExceptionCode.DEMAND_EXCEEDS_DUTY);
    }
    if (events.stream().anyMatch(event -> differsInCurrency(event, facts))) {
      found.add(ExceptionCode.CURRENCY_DIFFERS);
    }
    return found;
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

  private static boolean paidTwice(DeclarationFacts facts) {
    return facts.notices().settledMinor() + facts.paidClaimsMinor()
        > facts.dutyMinor() + facts.lateChargeMinor();
  }

  private static boolean exceedsDuty(DemandFacts demand, DeclarationFacts facts) {
    LocalDate day = demand.demandedAt().atZone(DeclarationFacts.ZONE).toLocalDate();
    boolean open = demand.status(facts.dutyIsMet()).isOpen();
    return open && demand.amountMinor() > facts.outstandingMinor() + facts.lateChargeMinorOn(day);
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
          facts.notices().notices().stream()
                  .anyMatch(notice -> notice.assessed().taxNoticeNo().equals(paid.taxNoticeNo()))
              && !paid.amount().currency().equals(facts.currency());
      default -> false;
    };
  }
}
