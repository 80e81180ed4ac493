package com.cargobond.api;

import com.cargobond.store.deposit.DepositLedger;
import com.cargobond.store.dynamo.DynamoLedger;
import com.cargobond.store.dynamo.EarlyLedger;
import com.cargobond.store.guarantee.GuaranteeLedger;
import com.cargobond.store.ledger.BusinessDate;
import com.cargobond.store.ledger.ExceptionLedger;
import com.cargobond.store.ledger.Ledger;
import com.cargobond.store.shipment.ShipmentLedger;


import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The ledger and the clock, for the resources. */
@Singleton
class LedgerAccess {

  @Produces
  @Singleton
  DynamoLedger ledger(
      @ConfigProperty(name = "cargobond.table-prefix") Optional<String> tablePrefix) {
    return EarlyLedger.get(tablePrefix);
  }

  @Produces
  @Singleton
  GuaranteeLedger guaranteeDesk(Ledger ledger) {
    return new GuaranteeLedger(ledger);
  }

  @Produces
  @Singleton
  ShipmentLedger shipmentDesk(Ledger ledger) {
    return new ShipmentLedger(ledger);
  }

  @Produces
  @Singleton
  DepositLedger depositDesk(Ledger ledger) {
    return new DepositLedger(ledger);
  }

  @Produces
  @Singleton
  ExceptionLedger exceptionDesk(Ledger ledger) {
    return new ExceptionLedger(ledger);
  }

  @Produces
  @Singleton
  BusinessDate businessDate(@ConfigProperty(name = BusinessDate.SETTING) Optional<String> setting) {
    return new BusinessDate(setting);
  }

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }
}
