package com.cargobond.api.shipment;

import com.cargobond.api.event.EventRules;
import com.cargobond.api.event.OperatorProfiles;
import com.cargobond.api.frame.caller.Owners;
import com.cargobond.domain.event.Fact;
import com.cargobond.domain.event.NamesDeclaration;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.DistrictCode;
import com.cargobond.domain.identity.Uscc;
import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.input.Violation;
import com.cargobond.domain.money.Money;
import com.cargobond.domain.shipment.CargoFact;
import com.cargobond.domain.shipment.CustomsFact;
import com.cargobond.domain.shipment.NamedDeclarations;
import com.cargobond.domain.shipment.Shipment;
import com.cargobond.store.ledger.Ledger;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Customs is heard on what was declared to its offices, in a currency that a guarantee of the
 * operator is of.
 */
@Singleton
class ShipmentEvents implements EventRules {

  private final Ledger ledger;
  private final OperatorProfiles operators;

  ShipmentEvents(Ledger ledger, OperatorProfiles operators) {
    this.ledger = ledger;
    this.operators = operators;
  }

  @Override
  public boolean areOf(Fact fact) {
    return fact instanceof CargoFact || fact instanceof CustomsFact;
  }

  @Override
  public Predicate<DistrictCode> heard(ShipmentEvent event) {
    Predicate<DistrictCode> offices = Owners.offices(declarations(event));
    return event.fact() instanceof CustomsFact.DeclarationFiled filed
        ? offices.and(district -> district.covers(filed.district()))
        : offices;
  }

  private Set<DeclarationNo> declarations(ShipmentEvent event) {
    if (event.fact() instanceof NamesDeclaration named) {
      return Set.of(named.declarationNo());
    }
    Shipment shipment = ledger.read(Shipment.KIND, event.shipment().toString()).value();
    return NamedDeclarations.of(event.fact(), shipment);
  }

  @Override
  public void require(ShipmentEvent event) {
    Optional<GuaranteedAmount> amount = guaranteedAmount(event);
    if (amount.isEmpty()) {
      return;
    }
    Uscc operator = event.shipment().operator();
    String currency = amount.get().money().currency().getCurrencyCode();
    if (!operators.get(operator).currencies().contains(currency)) {
      Set<String> currencies = operators.read(operator).currencies();
      if (!currencies.isEmpty() && !currencies.contains(currency)) {
        throw new InvalidInput(
            List.of(
                new Violation(
                    "data." + amount.get().field() + ".currency",
                    "must be the currency of a guarantee of the operator: " + currencies)));
      }
    }
  }

  private record GuaranteedAmount(String field, Money money) {}

  private static Optional<GuaranteedAmount> guaranteedAmount(ShipmentEvent event) {
    return switch (event.fact()) {
      case CustomsFact.DeclarationFiled filed ->
          Optional.of(new GuaranteedAmount("estimatedDuty", filed.estimatedDuty()));
      case CustomsFact.DutyAssessed assessed ->
          Optional.of(new GuaranteedAmount("duty", assessed.duty()));
      case CustomsFact.DutyPaid paid -> Optional.of(new GuaranteedAmount("amount", paid.amount()));
      case CustomsFact.PaymentReversed reversed ->
          Optional.of(new GuaranteedAmount("amount", reversed.amount()));
      case CustomsFact.DefaultDemanded demanded ->
          Optional.of(new GuaranteedAmount("amount", demanded.amount()));
      default -> Optional.empty();
    };
  }
}
