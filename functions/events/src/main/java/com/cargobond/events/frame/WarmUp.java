package com.cargobond.events.frame;

import com.cargobond.store.deployment.EventFunction;
import com.cargobond.store.dynamo.EarlyLedger;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Opens the connection that the function needs while it starts: Lambda gives initialisation the
 * full processor, and the first event then pays for neither credentials nor a handshake.
 */
@ApplicationScoped
class WarmUp {

  private static final Logger LOG = Logger.getLogger(WarmUp.class);

  private final FunctionLedger ledger;
  private final OutboxQueues queues;
  private final Optional<String> function;

  WarmUp(
      FunctionLedger ledger,
      OutboxQueues queues,
      @ConfigProperty(name = "quarkus.funqy.export") Optional<String> function) {
    this.ledger = ledger;
    this.queues = queues;
    this.function = function;
  }

  void onStart(@Observes StartupEvent starting) {
    function.flatMap(EventFunction::named).ifPresent(this::connect);
  }

  private void connect(EventFunction started) {
    try {
      started.permissions().sendsTo().stream().findFirst().ifPresent(to -> queues.get(to).url());
      if (started.readsLedger()) {
        EarlyLedger.connect(ledger.get());
      }
    } catch (SdkException unreachable) {
      // The first event will say so again, and is delivered again.
      LOG.warnf("could not connect while starting: %s", unreachable.getMessage());
    }
  }
}
