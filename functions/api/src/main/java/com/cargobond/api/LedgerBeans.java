package com.cargobond.api;

import com.cargobond.store.dynamo.DynamoLedger;
import com.cargobond.store.dynamo.EarlyLedger;
import com.cargobond.store.ledger.BusinessDate;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The ledger and the clock, for every capability. */
@Singleton
class LedgerBeans {

  @Produces
  @Singleton
  DynamoLedger ledger(
      @ConfigProperty(name = "cargobond.table-prefix") Optional<String> tablePrefix) {
    return EarlyLedger.get(tablePrefix);
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
