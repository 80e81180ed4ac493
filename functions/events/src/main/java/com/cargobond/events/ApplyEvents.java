package com.cargobond.events;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.store.EventLedger;
import com.cargobond.store.MessageQueue;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Applies a batch of cargo and customs events to the ledger. */
@ApplicationScoped
public class ApplyEvents {

  private static final String GROUP = "MessageGroupId";
  private static final String DELIVERIES = "ApproximateReceiveCount";

  private final EventLedger ledger;
  private final EventLog log;

  ApplyEvents(FunctionLedger ledger, EventLog log) {
    this.ledger = new EventLedger(ledger.get());
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

  /** Applies messages up to the first that fails; answers with that and what follows it. */
  private List<SQSMessage> unapplied(List<SQSMessage> group) {
    List<ReceivedEvent> events = decodeUntilFailure(group);
    EventLedger.Progress progress =
        events.isEmpty()
            ? new EventLedger.Progress(List.of(), Optional.empty())
            : ledger.apply(events);
    for (int i = 0; i < progress.outcomes().size(); i++) {
      log.outcome(events.get(i), progress.outcomes().get(i));
    }
    int applied = progress.outcomes().size();
    progress.failure().ifPresent(failure -> log.failed(events.get(applied), failure));
    return group.subList(applied, group.size());
  }

  private List<ReceivedEvent> decodeUntilFailure(List<SQSMessage> group) {
    List<ReceivedEvent> events = new ArrayList<>();
    for (SQSMessage message : group) {
      try {
        events.add(EventMessages.decode(message));
      } catch (RuntimeException unreadable) {
        log.unreadable(message.getMessageId(), unreadable);
        break;
      }
    }
    return events;
  }
}
