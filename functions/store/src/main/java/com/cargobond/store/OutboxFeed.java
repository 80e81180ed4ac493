package com.cargobond.store;

import java.time.Duration;

/** How the outbox table's stream is fed to {@link EventFunction#PUBLISH}. */
public final class OutboxFeed {

  /** How many records one invocation is given. */
  public static final int RECORDS_PER_BATCH_MAX = 100;

  /**
   * How long DynamoDB keeps a record in a stream. One that fails is tried again until then, since a
   * queue that cannot be reached for a while must cost nobody a notice.
   */
  public static final Duration RECORDS_KEPT_FOR = Duration.ofHours(24);

  private OutboxFeed() {}

  /**
   * The name of the queue that says which records were given up. It is not FIFO: Lambda reports to
   * standard queues only.
   */
  public static String failuresName(String prefix) {
    return prefix + "outbox-dead-letters";
  }
}
