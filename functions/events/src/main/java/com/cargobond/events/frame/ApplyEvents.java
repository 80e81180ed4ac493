package com.cargobond.events.frame;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.store.deployment.EventFunction;
import com.cargobond.store.deployment.MessageQueue;
import com.cargobond.store.ledger.EventLedger;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Applies a batch of cargo and customs events to the ledger. */
@ApplicationScoped
public class ApplyEvents {

  private static final String GROUP = "MessageGroupId";
  private static final String DELIVERIES = "ApproximateReceiveCount";

  private final EventLedger ledger;
  private final UnreadableMessages unreadable;
  private final EventLog log;

  @Inject
  ApplyEvents(FunctionLedger ledger, UnreadableMessages unreadable, EventLog log) {
    this(new EventLedger(ledger.get()), unreadable, log);
  }

  ApplyEvents(EventLedger ledger, UnreadableMessages unreadable, EventLog log) {
    this.ledger = ledger;
    this.unreadable = unreadable;
    this.log = log;
  }

  /**
   * Applies the messages of each group in their order.
   *
   * @return the ids of the messages that must be delivered again: the first of a group that failed
   *     and all that follow it in the group, so that the order is kept; but a message that fails at
   *     its last delivery is given up alone
   */
  @Funq("apply-events")
  public SQSBatchResponse applyEvents(SQSEvent batch) {
    Map<String, List<SQSMessage>> groups =
        batch.getRecords().stream()
            .collect(
                Collectors.groupingBy(
                    message -> message.getAttributes().get(GROUP),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return new SQSBatchResponse(
        groups.values().stream()
            .flatMap(this::applyGroup)
            .map(message -> new BatchItemFailure(message.getMessageId()))
            .toList());
  }

  private Stream<SQSMessage> applyGroup(List<SQSMessage> group) {
    List<SQSMessage> givenUp = new ArrayList<>();
    List<SQSMessage> rest = unapplied(group);
    // Those that follow were delivered as often: if they waited still, they would be given up too.
    while (!rest.isEmpty() && isLastDelivery(rest.getFirst())) {
      givenUp.add(rest.getFirst());
      rest = unapplied(rest.subList(1, rest.size()));
    }
    return Stream.concat(givenUp.stream(), rest.stream());
  }

  private static boolean isLastDelivery(SQSMessage message) {
    return Integer.parseInt(message.getAttributes().get(DELIVERIES)) >= MessageQueue.RECEIVES_MAX;
  }

  /**
   * Applies messages up to the first that fails; answers with that and what follows it. One that
   * can never be read is set aside in its turn, and what follows it is applied.
   */
  private List<SQSMessage> unapplied(List<SQSMessage> group) {
    List<SQSMessage> rest = group;
    while (!rest.isEmpty()) {
      Decoded decoded = decode(rest);
      int applied = apply(decoded.events());
      rest = rest.subList(applied, rest.size());
      if (applied < decoded.events().size() || rest.isEmpty()) {
        return rest;
      }
      if (!decoded.endsUnreadably() || !isSetAside(rest.getFirst())) {
        return rest;
      }
      rest = rest.subList(1, rest.size());
    }
    return rest;
  }

  /** How many of them are on the ledger now. */
  private int apply(List<ReceivedEvent> events) {
    if (events.isEmpty()) {
      return 0;
    }
    EventLedger.Progress progress = ledger.apply(events);
    int applied = progress.outcomes().size();
    for (int i = 0; i < applied; i++) {
      log.outcome(events.get(i), progress.outcomes().get(i));
    }
    progress.failure().ifPresent(failure -> log.failed(events.get(applied), failure));
    return applied;
  }

  /**
   * The events of a group's messages up to the first that could not be read.
   *
   * @param endsUnreadably whether the one after them can never be read
   */
  private record Decoded(List<ReceivedEvent> events, boolean endsUnreadably) {}

  private Decoded decode(List<SQSMessage> group) {
    List<ReceivedEvent> events = new ArrayList<>();
    for (SQSMessage message : group) {
      try {
        events.add(EventMessages.decode(message));
      } catch (Unreadable never) {
        return new Decoded(events, true);
      } catch (RuntimeException failure) {
        log.undecoded(message.getMessageId(), failure);
        return new Decoded(events, false);
      }
    }
    return new Decoded(events, false);
  }

  private boolean isSetAside(SQSMessage message) {
    try {
      unreadable.setAside(message, MessageQueue.CARGO_EVENTS, EventFunction.APPLY_EVENTS);
      return true;
    } catch (RuntimeException failure) {
      log.undecoded(message.getMessageId(), failure);
      return false;
    }
  }
}
