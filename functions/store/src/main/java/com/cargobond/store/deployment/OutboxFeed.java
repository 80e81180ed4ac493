package com.cargobond.store.deployment;

import java.time.Duration;

/** How the outbox table's stream is fed to {@link EventFunction#PUBLISH}. */
public final class OutboxFeed {

  /** How many records one invocation is given. */
  public static final int RECORDS_PER_BATCH_MAX = 100;

  /**
   * How long a record that fails is tried again, since a queue that cannot be reached for a while
   * must cost nobody a notice. The stream has it for an hour more: what would be lost is reported
   * before it is gone.
   */
  public static final Duration RECORDS_TRIED_FOR = Duration.ofHours(23);

  private OutboxFeed() {}

  /**
   * The name of the queue that says which records were given up. It is not FIFO: Lambda reports to
   * standard queues only.
   */
  public static String failuresName(String prefix) {
    return prefix + "outbox-dead-letters";
  }
}
