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
import java.io.UncheckedIOException;
import org.jboss.logging.Logger;

/** Pays the refunds that can be sent. */
@ApplicationScoped
public class PayRefunds {

  private static final Logger LOG = Logger.getLogger(PayRefunds.class);

  private final Bank bank;
  private final ObjectMapper json;

  PayRefunds(Bank bank, ObjectMapper json) {
    this.bank = bank;
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
    RefundPayments payments = bank.payments();
    return new SQSBatchResponse(
        batch.getRecords().stream()
            .filter(message -> !isSeenTo(payments, message))
            .map(message -> new BatchItemFailure(message.getMessageId()))
            .toList());
  }

  private boolean isSeenTo(RefundPayments payments, SQSMessage message) {
    try {
      RefundId refund = refund(message);
      try {
        payments.seeTo(refund);
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
