package com.cargobond.api;

import com.cargobond.store.ledger.Ledger;


import com.cargobond.domain.deposit.DepositFact;
import com.cargobond.domain.deposit.DepositId;
import com.cargobond.domain.event.NamesDeclaration;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.DistrictCode;
import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.input.Violation;
import com.cargobond.domain.shipment.CustomsFact.DeclarationFiled;
import com.cargobond.domain.shipment.NamedDeclarations;
import com.cargobond.domain.shipment.Shipment;
import io.quarkus.security.ForbiddenException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who may say what: a carrier speaks of its own shipments, and an office of Customs of what was
 * filed in its district.
 */
@Singleton
class EventOwners {

  private static final Pattern CUSTOMS_SOURCE = Pattern.compile("/customs/(\\d{4})");

  private final Ledger ledger;

  EventOwners(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * The event in the caller's name, if it is the caller's to say.
   *
   * @throws ForbiddenException if it is another's
   * @throws InvalidInput if Customs does not say which of its offices speaks
   */
  ShipmentEvent spokenBy(Caller caller, ShipmentEvent event) {
    if (!event.type().isCargo()) {
      return event.inTheNameOf(requireInCharge(event, caller));
    }
    if (caller.operator().filter(event.shipment().operator()::equals).isEmpty()) {
      throw new ForbiddenException("a carrier posts for itself only");
    }
    return event;
  }

  /** Whether the caller speaks for Customs on a deposit that is known. */
  boolean isHeardOn(DepositId deposit, Caller caller) {
    Set<DeclarationNo> declarations = declarations(deposit);
    return !declarations.isEmpty()
        && caller.district().filter(district -> covers(district, declarations)).isPresent();
  }

  private DistrictCode requireInCharge(ShipmentEvent event, Caller caller) {
    DistrictCode speaking = office(event.source());
    DistrictCode district =
        caller
            .district()
            .orElseThrow(() -> new ForbiddenException("the token names no district of Customs"));
    if (!district.covers(speaking)) {
      throw new ForbiddenException("an office of another district speaks for itself");
    }
    // Who speaks for all of Customs need not be asked for what: it would cost a read.
    if (!district.isAdministration() && !isHeard(event, district)) {
      throw new ForbiddenException("another office of Customs is in charge");
    }
    return district;
  }

  private static DistrictCode office(String source) {
    Matcher customs = CUSTOMS_SOURCE.matcher(source);
    if (!customs.matches()) {
      throw new InvalidInput(
          List.of(
              new Violation(
                  "source",
                  "must be /customs/ and the office that speaks, such as /customs/2233")));
    }
    return new DistrictCode(customs.group(1));
  }

  /**
   * Whether the district is heard on the event, as far as that is known: what comes before what it
   * names is decided where it is booked.
   */
  private boolean isHeard(ShipmentEvent event, DistrictCode district) {
    if (event.fact() instanceof DeclarationFiled filed && !district.covers(filed.district())) {
      return false;
    }
    Set<DeclarationNo> declarations = declarations(event);
    return declarations.isEmpty() || covers(district, declarations);
  }

  private static boolean covers(DistrictCode district, Set<DeclarationNo> declarations) {
    return declarations.stream().map(DeclarationNo::office).anyMatch(district::covers);
  }

  private Set<DeclarationNo> declarations(ShipmentEvent event) {
    return switch (event.fact()) {
      case NamesDeclaration named -> Set.of(named.declarationNo());
      case DepositFact fact -> declarations(fact.depositId());
      default -> {
        Shipment shipment =
            ledger.shipments(Set.of(event.shipment())).get(event.shipment()).value();
        yield NamedDeclarations.of(event.fact(), shipment);
      }
    };
  }

  private Set<DeclarationNo> declarations(DepositId deposit) {
    return ledger.deposits(Set.of(deposit)).get(deposit).value().declarations();
  }
}
