package com.cargobond.api;

import com.cargobond.store.BusinessDate;
import com.cargobond.store.DepositDesk;
import com.cargobond.store.ExceptionDesk;
import com.cargobond.store.GuaranteeDesk;
import com.cargobond.store.Ledger;
import com.cargobond.store.ShipmentDesk;
import com.cargobond.store.dynamo.DynamoLedger;
import com.cargobond.store.dynamo.EarlyLedger;
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
  GuaranteeDesk guaranteeDesk(Ledger ledger) {
    return new GuaranteeDesk(ledger);
  }

  @Produces
  @Singleton
  ShipmentDesk shipmentDesk(Ledger ledger) {
    return new ShipmentDesk(ledger);
  }

  @Produces
  @Singleton
  DepositDesk depositDesk(Ledger ledger) {
    return new DepositDesk(ledger);
  }

  @Produces
  @Singleton
  ExceptionDesk exceptionDesk(Ledger ledger) {
    return new ExceptionDesk(ledger);
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
