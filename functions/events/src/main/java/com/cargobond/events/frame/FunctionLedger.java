package com.cargobond.events.frame;

import com.cargobond.store.dynamo.DynamoLedger;
import com.cargobond.store.dynamo.EarlyLedger;
import com.cargobond.store.ledger.BusinessDate;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The ledger and the day that all functions of one process share. */
@Singleton
public class FunctionLedger {

  private final DynamoLedger ledger;

  FunctionLedger(@ConfigProperty(name = "cargobond.table-prefix") Optional<String> tablePrefix) {
    this.ledger = EarlyLedger.get(tablePrefix);
  }

  /** Where the API runs in the same process, the day is its. */
  @Produces
  @Singleton
  @DefaultBean
  BusinessDate businessDate(@ConfigProperty(name = BusinessDate.SETTING) Optional<String> setting) {
    return new BusinessDate(setting);
  }

  /** The ledger. */
  public DynamoLedger get() {
    return ledger;
  }
}
