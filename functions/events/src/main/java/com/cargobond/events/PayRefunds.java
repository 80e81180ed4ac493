package com.cargobond.events;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.cargobond.domain.deposit.RefundId;
import com.cargobond.domain.input.BrokenRule;
import com.cargobond.store.deployment.EventFunction;
import com.cargobond.store.deployment.MessageQueue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Pays the refunds that can be sent. */
@ApplicationScoped
public class PayRefunds {

  private static final Logger LOG = Logger.getLogger(PayRefunds.class);

  private final Consumer<RefundId> nextStep;
  private final UnreadableMessages unreadable;
  private final ObjectMapper json;

  @Inject
  PayRefunds(Bank bank, UnreadableMessages unreadable, ObjectMapper json) {
    this(bank::seeTo, unreadable, json);
  }

  /**
   * Pays refunds.
   *
   * @param nextStep throws {@link NoAnswer} if the bank said nothing
   */
  PayRefunds(Consumer<RefundId> nextStep, UnreadableMessages unreadable, ObjectMapper json) {
    this.nextStep = nextStep;
    this.unreadable = unreadable;
    this.json = json;
  }

  /**
   * Takes the next step on each refund. One that the bank says nothing about is left to the sweep,
   * which asks again; one whose order cannot be read, to a person.
   *
   * @return the ids of the messages that must be delivered again
   */
  @Funq("pay")
  public SQSBatchResponse payRefunds(SQSEvent batch) {
    return new SQSBatchResponse(
        batch.getRecords().stream()
            .filter(message -> !isSeenTo(message))
            .map(message -> new BatchItemFailure(message.getMessageId()))
            .toList());
  }

  private boolean isSeenTo(SQSMessage message) {
    try {
      seeTo(message);
      return true;
    } catch (RuntimeException failure) {
      LOG.errorf(failure, "could not pay the refund of message %s", message.getMessageId());
      return false;
    }
  }

  private void seeTo(SQSMessage message) {
    RefundId refund;
    try {
      refund = refund(message.getBody());
    } catch (Unreadable never) {
      unreadable.setAside(message, MessageQueue.PAYMENT_ORDERS, EventFunction.PAY);
      return;
    }
    try {
      nextStep.accept(refund);
    } catch (NoAnswer unanswered) {
      LOG.warnf("refund %s waits for the sweep: %s", refund, unanswered.getMessage());
    }
  }

  private RefundId refund(String body) {
    try {
      return new RefundId(json.readTree(body).path("reference").asText());
    } catch (JsonProcessingException | BrokenRule never) {
      throw new Unreadable(never);
    }
  }
}
