package com.cargobond.events.frame;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.cargobond.store.deployment.EventFunction;
import com.cargobond.store.deployment.MessageQueue;
import com.cargobond.store.deployment.OutboxFeed;
import com.cargobond.store.ledger.ExceptionLedger;
import com.cargobond.store.ledger.OpenException;
import com.cargobond.store.ledger.OpenException.Content;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Puts what could not be processed where a person sees it and can send it again. */
@ApplicationScoped
public class KeepDeadLetters {

  private static final Logger LOG = Logger.getLogger(KeepDeadLetters.class);
  private static final String GROUP = "MessageGroupId";

  private final ExceptionLedger exceptions;
  private final String prefix;

  KeepDeadLetters(
      FunctionLedger ledger,
      @ConfigProperty(name = "cargobond.queue-prefix") Optional<String> prefix) {
    this.exceptions = new ExceptionLedger(ledger.get());
    this.prefix = prefix.orElse("");
  }

  /**
   * Keeps messages of the dead-letter queues, and reports of what could not be published.
   *
   * @return the ids of the messages that must stay where they are
   */
  @Funq("keep-dead-letters")
  public SQSBatchResponse keepDeadLetters(SQSEvent batch) {
    return new SQSBatchResponse(
        batch.getRecords().stream()
            .filter(message -> !isKept(message))
            .map(message -> new BatchItemFailure(message.getMessageId()))
            .toList());
  }

  private boolean isKept(SQSMessage message) {
    try {
      OpenException exception = exception(message);
      exceptions.open(exception, EventFunction.KEEP_DEAD_LETTERS.functionName());
      LOG.warnf("%s %s needs a person", exception.code(), message.getMessageId());
      return true;
    } catch (RuntimeException failure) {
      LOG.errorf(failure, "could not keep message %s", message.getMessageId());
      return false;
    }
  }

  private OpenException exception(SQSMessage message) {
    String arn = message.getEventSourceArn();
    String name = arn.substring(arn.lastIndexOf(':') + 1);
    Instant since = Instant.now();
    if (name.equals(OutboxFeed.failuresName(prefix))) {
      return OpenException.unpublished(message.getMessageId(), message.getBody(), since);
    }
    MessageQueue queue =
        Arrays.stream(MessageQueue.values())
            .filter(known -> known.deadLetterName(prefix).equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no queue's dead letters: " + name));
    return OpenException.deadLetter(
        new Content.Message(queue, message.getAttributes().get(GROUP), message.getBody()),
        message.getMessageId(),
        since);
  }
}
