package com.cargobond.domain.shipment;

import com.cargobond.domain.event.CustomsFact.DefaultDemanded;
import com.cargobond.domain.event.CustomsFact.DemandWithdrawn;
import com.cargobond.domain.event.CustomsFact.DutyAssessed;
import com.cargobond.domain.event.CustomsFact.DutyPaid;
import com.cargobond.domain.event.CustomsFact.PaymentReversed;
import com.cargobond.domain.event.CustomsFact.TaxNoticeWithdrawn;
import com.cargobond.domain.event.Fact;
import com.cargobond.domain.event.NamesDeclaration;
import com.cargobond.domain.identity.DeclarationNo;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which declarations a shipment's facts are about: so which offices of Customs it concerns. */
public final class NamedDeclarations {

  private NamedDeclarations() {}

  /** All that anything known of the shipment names. */
  public static Set<DeclarationNo> of(Shipment shipment) {
    return facts(shipment, NamesDeclaration.class)
        .map(NamesDeclaration::declarationNo)
        .collect(Collectors.toSet());
  }

  /** The one that a fact is about, if it or what is known of the shipment says so. */
  public static Optional<DeclarationNo> of(Fact fact, Shipment shipment) {
    return switch (fact) {
      case NamesDeclaration named -> Optional.of(named.declarationNo());
      case TaxNoticeWithdrawn withdrawn -> ofNotice(withdrawn.taxNoticeNo(), shipment);
      case DutyPaid paid -> ofNotice(paid.taxNoticeNo(), shipment);
      case PaymentReversed reversed -> ofNotice(reversed.taxNoticeNo(), shipment);
      case DemandWithdrawn withdrawn ->
          facts(shipment, DefaultDemanded.class)
              .filter(demanded -> demanded.demandId().equals(withdrawn.demandId()))
              .map(DefaultDemanded::declarationNo)
              .findFirst();
      default -> Optional.empty();
    };
  }

  private static Optional<DeclarationNo> ofNotice(String taxNoticeNo, Shipment shipment) {
    return facts(shipment, DutyAssessed.class)
        .filter(assessed -> assessed.taxNoticeNo().equals(taxNoticeNo))
        .map(DutyAssessed::declarationNo)
        .findFirst();
  }

  private static <F> Stream<F> facts(Shipment shipment, Class<F> type) {
    return shipment.history().stream()
        .map(recorded -> recorded.event().fact())
        .filter(type::isInstance)
        .map(type::cast);
  }
}
