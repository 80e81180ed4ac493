package com.cargobond.events.frame;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.cargobond.store.deployment.EventFunction;
import com.cargobond.store.deployment.MessageQueue;
import com.cargobond.store.ledger.ExceptionLedger;
import com.cargobond.store.ledger.OpenException;
import com.cargobond.store.ledger.OpenException.Content;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/**
 * Sets aside what can never be read, whole and at its first delivery: another delivery would read
 * it no better, and what follows it in its group need not wait for that.
 */
@Singleton
public class UnreadableMessages {

  private static final Logger LOG = Logger.getLogger(UnreadableMessages.class);
  private static final String GROUP = "MessageGroupId";

  private final ExceptionLedger exceptions;
  private final InstantSource clock;

  @Inject
  UnreadableMessages(FunctionLedger ledger) {
    this(new ExceptionLedger(ledger.get()), InstantSource.system());
  }

  /** On a ledger, by a clock. */
  public UnreadableMessages(ExceptionLedger exceptions, InstantSource clock) {
    this.exceptions = exceptions;
    this.clock = clock;
  }

  /** Puts it where a person sees it and can send it again; the same message twice is once. */
  public void setAside(SQSMessage message, MessageQueue queue, EventFunction by) {
    Instant now = clock.instant();
    Content.Message content =
        new Content.Message(queue, message.getAttributes().get(GROUP), message.getBody());
    exceptions.open(
        OpenException.unreadable(content, message.getMessageId(), now), by.functionName());
    // Nothing of what it says: whoever wrote it chose every word.
    LOG.warnf("unreadable message %s was set aside", message.getMessageId());
  }
}
