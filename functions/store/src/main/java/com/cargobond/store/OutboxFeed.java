package com.cargobond.store;

/** How the outbox table's stream is fed to {@link EventFunction#PUBLISH}. */
public final class OutboxFeed {

  /** How many records one invocation is given. */
  public static final int RECORDS_PER_BATCH_MAX = 100;

  /** How often a record that fails is tried again before it is given up. */
  public static final int RETRIES_MAX = 5;

  private OutboxFeed() {}

  /**
   * The name of the queue that says which records were given up. It is not FIFO: Lambda reports to
   * standard queues only.
   */
  public static String failuresName(String prefix) {
    return prefix + "outbox-dead-letters";
  }
}
