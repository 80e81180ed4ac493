package com.cargobond.events;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.cargobond.domain.deposit.RefundId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Pays the refunds that can be sent. */
@ApplicationScoped
public class PayRefunds {

  private static final Logger LOG = Logger.getLogger(PayRefunds.class);

  private final Consumer<RefundId> nextStep;
  private final ObjectMapper json;

  @Inject
  PayRefunds(Bank bank, ObjectMapper json) {
    this(bank::seeTo, json);
  }

  /**
   * Pays refunds.
   *
   * @param nextStep throws {@link NoAnswer} if the bank said nothing
   */
  PayRefunds(Consumer<RefundId> nextStep, ObjectMapper json) {
    this.nextStep = nextStep;
    this.json = json;
  }

  /**
   * Takes the next step on each refund. One that the bank says nothing about is left to the sweep,
   * which asks again.
   *
   * @return the ids of the messages that must be delivered again
   */
  @Funq("pay-refunds")
  public SQSBatchResponse payRefunds(SQSEvent batch) {
    return new SQSBatchResponse(
        batch.getRecords().stream()
            .filter(message -> !isSeenTo(message))
            .map(message -> new BatchItemFailure(message.getMessageId()))
            .toList());
  }

  private boolean isSeenTo(SQSMessage message) {
    try {
      RefundId refund = refund(message);
      try {
        nextStep.accept(refund);
      } catch (NoAnswer unanswered) {
        LOG.warnf("refund %s waits for the sweep: %s", refund, unanswered.getMessage());
      }
      return true;
    } catch (RuntimeException failure) {
      LOG.errorf(failure, "could not pay the refund of message %s", message.getMessageId());
      return false;
    }
  }

  private RefundId refund(SQSMessage message) {
    try {
      return new RefundId(json.readTree(message.getBody()).path("reference").asText());
    } catch (JsonProcessingException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }
}
