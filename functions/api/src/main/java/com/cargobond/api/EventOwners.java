package com.cargobond.api;

import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.event.CustomsFact.DeclarationFiled;
import com.cargobond.domain.event.DepositFact;
import com.cargobond.domain.event.NamesDeclaration;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.DistrictCode;
import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.input.Violation;
import com.cargobond.domain.shipment.NamedDeclarations;
import com.cargobond.domain.shipment.Shipment;
import com.cargobond.store.Ledger;
import io.quarkus.security.ForbiddenException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
   * Refuses what is not the caller's to say.
   *
   * @throws ForbiddenException if it is another's
   * @throws InvalidInput if Customs does not say which of its offices speaks
   */
  void require(ShipmentEvent event, Caller caller) {
    if (event.type().isCargo()) {
      if (caller.operator().filter(event.shipment().operator()::equals).isEmpty()) {
        throw new ForbiddenException("a carrier posts for itself only");
      }
    } else {
      requireInCharge(event, caller);
    }
  }

  private void requireInCharge(ShipmentEvent event, Caller caller) {
    DistrictCode speaking = office(event.source());
    DistrictCode district =
        caller
            .district()
            .orElseThrow(() -> new ForbiddenException("the token names no district of Customs"));
    if (!district.covers(speaking)) {
      throw new ForbiddenException("an office of another district speaks for itself");
    }
    // Who speaks for all of Customs need not be asked for what: it would cost a read.
    if (!district.isAdministration() && !concerned(event).allMatch(district::covers)) {
      throw new ForbiddenException("another office of Customs is in charge");
    }
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

  /** The offices that the event is a matter of, as far as it or what is known says so. */
  private Stream<DistrictCode> concerned(ShipmentEvent event) {
    Stream<DistrictCode> declared =
        event.fact() instanceof DeclarationFiled filed
            ? Stream.of(filed.district())
            : Stream.empty();
    return Stream.concat(declared, declaration(event).map(DeclarationNo::office).stream());
  }

  private Optional<DeclarationNo> declaration(ShipmentEvent event) {
    return switch (event.fact()) {
      case NamesDeclaration named -> Optional.of(named.declarationNo());
      case DepositFact fact ->
          Optional.of(ledger.deposits(Set.of(fact.depositId())).get(fact.depositId()).value())
              .flatMap(Deposit::declaration);
      default -> {
        Shipment shipment =
            ledger.shipments(Set.of(event.shipment())).get(event.shipment()).value();
        yield NamedDeclarations.of(event.fact(), shipment);
      }
    };
  }
}
