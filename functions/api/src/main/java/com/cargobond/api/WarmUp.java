package com.cargobond.api;

import com.cargobond.store.dynamo.DynamoLedger;
import com.cargobond.store.dynamo.EarlyLedger;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Opens the ledger's connection while the API starts: Lambda gives initialisation the full
 * processor, and the first request then pays for neither credentials nor a handshake.
 */
@Singleton
class WarmUp {

  private static final Logger LOG = Logger.getLogger(WarmUp.class);

  private final DynamoLedger ledger;

  WarmUp(DynamoLedger ledger) {
    this.ledger = ledger;
  }

  void onStart(@Observes StartupEvent starting) {
    try {
      EarlyLedger.connect(ledger);
    } catch (SdkException unreachable) {
      // The first request will say so again.
      LOG.warnf("could not connect while starting: %s", unreachable.getMessage());
    }
  }
}
