package com.cargobond.api.deposit;

import com.cargobond.api.event.EventRules;
import com.cargobond.api.frame.caller.Caller;
import com.cargobond.api.frame.caller.Owners;
import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.deposit.DepositFact;
import com.cargobond.domain.deposit.DepositId;
import com.cargobond.domain.deposit.LoneApproval;
import com.cargobond.domain.event.Fact;
import com.cargobond.domain.event.NamesDeclaration;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.DistrictCode;
import com.cargobond.domain.input.InvalidInput;
import com.cargobond.store.deposit.DepositExceptions;
import com.cargobond.store.ledger.ExceptionLedger;
import com.cargobond.store.ledger.Ledger;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Customs is heard on the deposits of its offices; what one officer approves is kept. */
@Singleton
class DepositEvents implements EventRules {

  private final Ledger ledger;
  private final ExceptionLedger exceptions;
  private final Clock clock;

  DepositEvents(Ledger ledger, ExceptionLedger exceptions, Clock clock) {
    this.ledger = ledger;
    this.exceptions = exceptions;
    this.clock = clock;
  }

  @Override
  public boolean areOf(Fact fact) {
    return fact instanceof DepositFact;
  }

  @Override
  public Predicate<DistrictCode> heard(ShipmentEvent event) {
    return Owners.offices(
        switch (event.fact()) {
          case NamesDeclaration named -> Set.of(named.declarationNo());
          case DepositFact fact -> declarations(fact.depositId());
          default -> throw new IllegalArgumentException(event.type() + " is of no deposit");
        });
  }

  /** What was to be approved by fewer than two officers is a person's matter. */
  @Override
  public void refused(Map<String, Object> cloudEvent, InvalidInput invalid, Caller caller) {
    LoneApproval.in(cloudEvent, invalid)
        .map(
            approval ->
                DepositExceptions.of(
                    approval,
                    isHeardOnKnown(approval.deposit(), caller),
                    caller.name(),
                    clock.instant()))
        .ifPresent(exception -> exceptions.open(exception, caller.name()));
  }

  private boolean isHeardOnKnown(DepositId deposit, Caller caller) {
    Set<DeclarationNo> declarations = declarations(deposit);
    return !declarations.isEmpty()
        && caller.district().filter(Owners.offices(declarations)).isPresent();
  }

  private Set<DeclarationNo> declarations(DepositId deposit) {
    return ledger.read(Deposit.KIND, deposit.value()).value().declarations();
  }
}
