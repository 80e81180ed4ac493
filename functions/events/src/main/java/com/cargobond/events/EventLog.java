package com.cargobond.events;

import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.deposit.DepositFact;
import com.cargobond.domain.ledger.Notice;
import com.cargobond.domain.ledger.Outcome;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.domain.shipment.Shipment;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** One line for each event, with its identifiers as fields; no names, no accounts, no payload. */
@ApplicationScoped
class EventLog {

  private static final Logger LOG = Logger.getLogger(EventLog.class);

  void outcome(ReceivedEvent received, Outcome outcome) {
    withIdentifiers(
        received,
        () -> {
          switch (outcome) {
            case Outcome.Applied applied -> {
              if (received.event().fact() instanceof DepositFact fact) {
                describe(applied.books().deposit(fact.depositId()));
              } else {
                describe(applied.books().shipment(received.event().shipment()));
              }
              LOG.infof(
                  "applied %s%s",
                  received.event().type().wireName(),
                  applied.notices().stream()
                      .map(Notice::type)
                      .map(type -> " " + type)
                      .collect(Collectors.joining()));
            }
            case Outcome.Repeated repeated ->
                LOG.infof("repeated %s: nothing moves", received.event().type().wireName());
            case Outcome.Quarantined quarantined ->
                LOG.warnf(
                    "quarantined %s: %s", received.event().type().wireName(), quarantined.reason());
          }
        });
  }

  private static void describe(Deposit deposit) {
    MDC.put("depositId", deposit.id().value());
    MDC.put("depositStatus", deposit.status().name());
  }

  private static void describe(Shipment shipment) {
    String guarantees =
        shipment.covers().values().stream()
            .flatMap(cover -> cover.hold().stream())
            .map(hold -> hold.guaranteeId().value())
            .distinct()
            .collect(Collectors.joining(","));
    MDC.put("guaranteeId", guarantees);
    MDC.put("effect", shipment.history().getLast().effect().name());
  }

  void failed(ReceivedEvent received, RuntimeException failure) {
    withIdentifiers(
        received,
        () -> LOG.errorf(failure, "could not apply %s", received.event().type().wireName()));
  }

  void undecoded(String messageId, RuntimeException failure) {
    MDC.put("messageId", messageId);
    // Its class only: its text could quote what the sender wrote.
    LOG.errorf("could not see to a message: %s", failure.getClass().getName());
    MDC.clear();
  }

  private static void withIdentifiers(ReceivedEvent received, Runnable logging) {
    MDC.put("eventId", received.event().id());
    MDC.put("eventSource", received.event().source());
    MDC.put("shipmentId", received.event().shipment().toString());
    logging.run();
    MDC.clear();
  }
}
