package com.cargobond.domain.shipment;

import com.cargobond.domain.event.Fact;
import com.cargobond.domain.event.NamesDeclaration;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.shipment.CustomsFact.DeclarationFiled;
import com.cargobond.domain.shipment.CustomsFact.DefaultDemanded;
import com.cargobond.domain.shipment.CustomsFact.DemandWithdrawn;
import com.cargobond.domain.shipment.CustomsFact.DutyAssessed;
import com.cargobond.domain.shipment.CustomsFact.DutyPaid;
import com.cargobond.domain.shipment.CustomsFact.PaymentReversed;
import com.cargobond.domain.shipment.CustomsFact.TaxNoticeWithdrawn;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which declarations a shipment's facts are about: so which offices of Customs it concerns. */
public final class NamedDeclarations {

  private NamedDeclarations() {}

  /**
   * Those that were filed for the shipment; where none was, those that anything known of it names.
   */
  public static Set<DeclarationNo> of(Shipment shipment) {
    Set<DeclarationNo> filed =
        numbers(facts(shipment, DeclarationFiled.class).map(DeclarationFiled::declarationNo));
    return filed.isEmpty()
        ? numbers(facts(shipment, NamesDeclaration.class).map(NamesDeclaration::declarationNo))
        : filed;
  }

  /**
   * Those that a fact may be about: the one that it names; or where it names a notice or demand
   * alone, those under which that is known.
   */
  public static Set<DeclarationNo> of(Fact fact, Shipment shipment) {
    return switch (fact) {
      case NamesDeclaration named -> Set.of(named.declarationNo());
      case TaxNoticeWithdrawn withdrawn -> ofNotice(withdrawn.taxNoticeNo(), shipment);
      case DutyPaid paid -> ofNotice(paid.taxNoticeNo(), shipment);
      case PaymentReversed reversed -> ofNotice(reversed.taxNoticeNo(), shipment);
      case DemandWithdrawn withdrawn ->
          numbers(
              facts(shipment, DefaultDemanded.class)
                  .filter(demanded -> demanded.demandId().equals(withdrawn.demandId()))
                  .map(DefaultDemanded::declarationNo));
      default -> Set.of();
    };
  }

  private static Set<DeclarationNo> ofNotice(String taxNoticeNo, Shipment shipment) {
    return numbers(
        facts(shipment, DutyAssessed.class)
            .filter(assessed -> assessed.taxNoticeNo().equals(taxNoticeNo))
            .map(DutyAssessed::declarationNo));
  }

  private static Set<DeclarationNo> numbers(Stream<DeclarationNo> found) {
    return found.collect(Collectors.toSet());
  }

  private static <F> Stream<F> facts(Shipment shipment, Class<F> type) {
    return shipment.history().stream()
        .map(recorded -> recorded.event().fact())
        .filter(type::isInstance)
        .map(type::cast);
  }
}
