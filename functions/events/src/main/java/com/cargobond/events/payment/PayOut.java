package com.cargobond.events.payment;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.payment.PaymentId;
import com.cargobond.events.frame.FunctionLedger;
import com.cargobond.events.frame.Unreadable;
import com.cargobond.events.frame.UnreadableMessages;
import com.cargobond.store.deployment.EventFunction;
import com.cargobond.store.deployment.MessageQueue;
import com.cargobond.store.payment.PaymentLedger;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Makes the payments that can be sent, whoever owes them. */
@ApplicationScoped
public class PayOut {

  private static final Logger LOG = Logger.getLogger(PayOut.class);

  private final PaymentLedger ledger;
  private final Consumer<PaymentId> nextStep;
  private final UnreadableMessages unreadable;
  private final ObjectMapper json;

  @Inject
  PayOut(
      FunctionLedger ledger, Payments payments, UnreadableMessages unreadable, ObjectMapper json) {
    this(new PaymentLedger(ledger.get()), payments::seeTo, unreadable, json);
  }

  /**
   * Makes payments.
   *
   * @param nextStep throws {@link NoAnswer} if the counterparty said nothing
   */
  PayOut(
      PaymentLedger ledger,
      Consumer<PaymentId> nextStep,
      UnreadableMessages unreadable,
      ObjectMapper json) {
    this.ledger = ledger;
    this.nextStep = nextStep;
    this.unreadable = unreadable;
    this.json = json;
  }

  /**
   * Takes the next step on each payment. One of which nobody says anything is left to the sweep,
   * which asks again; one whose order cannot be read, to a person.
   *
   * @return the ids of the messages that must be delivered again
   */
  @Funq("pay")
  public SQSBatchResponse payOut(SQSEvent batch) {
    return new SQSBatchResponse(
        batch.getRecords().stream()
            .filter(message -> !isSeenTo(message))
            .map(message -> new BatchItemFailure(message.getMessageId()))
            .toList());
  }

  private boolean isSeenTo(SQSMessage message) {
    try {
      return isStepTaken(payment(message.getBody()), message);
    } catch (Unreadable never) {
      return isSetAside(message);
    }
  }

  private boolean isStepTaken(PaymentId payment, SQSMessage message) {
    String noun = ledger.terms(payment).noun();
    try {
      nextStep.accept(payment);
      return true;
    } catch (NoAnswer unanswered) {
      LOG.warnf("%s %s waits for the sweep: %s", noun, payment.value(), unanswered.getMessage());
      return true;
    } catch (RuntimeException failure) {
      LOG.errorf(failure, "could not pay the %s of message %s", noun, message.getMessageId());
      return false;
    }
  }

  private boolean isSetAside(SQSMessage message) {
    try {
      unreadable.setAside(message, MessageQueue.PAYMENT_ORDERS, EventFunction.PAY);
      return true;
    } catch (RuntimeException failure) {
      LOG.errorf(failure, "could not set message %s aside", message.getMessageId());
      return false;
    }
  }

  private PaymentId payment(String body) {
    try {
      return ledger.id(json.readTree(body).path("reference").asText());
    } catch (JsonProcessingException | BrokenRule never) {
      throw new Unreadable(never);
    }
  }
}
