package com.cargobond.store.deployment;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What makes a function run. */
public sealed interface Trigger {

  /** Messages of a queue, in batches of which only what failed comes back. */
  record Messages(MessageQueue queue) implements Trigger {}

  /** Messages of all dead-letter queues, the outbox' among them. */
  record DeadLetters() implements Trigger {}

  /** New items of the outbox: see {@link OutboxFeed}. */
  record Outbox() implements Trigger {}

  /** The clock. */
  record Schedule(Duration every) implements Trigger {}

  /** Somebody who invokes the function by its name and waits for its answer. */
  record Callers() implements Trigger {}

  static List<Trigger> messagesOf(MessageQueue... queues) {
    return Stream.of(queues).<Trigger>map(Messages::new).toList();
  }
}
