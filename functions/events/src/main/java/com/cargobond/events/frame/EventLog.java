package com.cargobond.events.frame;

import com.cargobond.domain.capability.Capabilities;
import com.cargobond.domain.ledger.Notice;
import com.cargobond.domain.ledger.Outcome;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.domain.ledger.Ref;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
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
              learner(received)
                  .flatMap(applied.view()::find)
                  .ifPresent(subject -> subject.logFields().forEach(MDC::put));
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

  private static Optional<Ref> learner(ReceivedEvent received) {
    return Capabilities.ALL.hearing(received.event()).stream()
        .findFirst()
        .map(rules -> rules.learner(received.event()));
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
