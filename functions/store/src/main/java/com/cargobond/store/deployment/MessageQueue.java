package com.cargobond.store.deployment;

import java.time.Duration;

/**
 * The queues: the one list of their names, of how they are handed out and of how long a message may
 * wait. Each is FIFO and has a dead-letter queue; {@link EventFunction} says who reads it.
 */
public enum MessageQueue {
  /**
   * Accepted events on their way to the ledger, grouped by operator and lane. The goods wait for
   * the answer, which should come within seconds. Each batch works on groups of its own; more at
   * once would only wait for one another's table.
   */
  CARGO_EVENTS("cargo-events", MessageQueue.BATCH_MAX, 50, Duration.ofMinutes(1)),
  /** What carriers, banks and Customs are told, grouped by shipment; they may read by the hour. */
  NOTICES("notices", MessageQueue.BATCH_MAX, MessageQueue.AT_ONCE_LEAST, Duration.ofHours(1)),
  /**
   * What an earlier version ordered to be refunded, grouped by refund. It is paid until nothing is
   * left; nothing is sent here but what came from here and a person sends again.
   */
  REFUND_ORDERS("refund-orders", 5, MessageQueue.AT_ONCE_LEAST, Duration.ofMinutes(30)),
  /**
   * Payments that can be sent, grouped by payment. Each may wait for a slow bank, which is asked on
   * a schedule beside; no bank is called by more batches at once than need be.
   */
  PAYMENT_ORDERS("payment-orders", 5, MessageQueue.AT_ONCE_LEAST, Duration.ofMinutes(30));

  /** How often a message is handed out before it goes to the dead letters. */
  public static final int RECEIVES_MAX = 5;

  /** As many messages as SQS hands out at once, and the most that Lambda takes of a FIFO queue. */
  public static final int BATCH_MAX = 10;

  /** Lambda lets no feed have fewer batches in hand. */
  public static final int AT_ONCE_LEAST = 2;

  private final String baseName;
  private final int batchMax;
  private final int batchesAtOnceMax;
  private final Duration waitMax;

  MessageQueue(String baseName, int batchMax, int batchesAtOnceMax, Duration waitMax) {
    this.baseName = baseName;
    this.batchMax = batchMax;
    this.batchesAtOnceMax = batchesAtOnceMax;
    this.waitMax = waitMax;
  }

  /** The queue's name without the deployment's prefix. */
  public String baseName() {
    return baseName;
  }

  /** How many messages one invocation is given. */
  public int batchMax() {
    return batchMax;
  }

  /** How many invocations may be busy with the queue at once, in a deployment. */
  public int batchesAtOnceMax() {
    return batchesAtOnceMax;
  }

  /** How old the oldest message may become before somebody must look. */
  public Duration waitMax() {
    return waitMax;
  }

  /** The queue's name in a deployment, such as {@code dev-cargo-events.fifo}. */
  public String name(String prefix) {
    return prefix + baseName + ".fifo";
  }

  /** The name of the queue that keeps what could not be processed. */
  public String deadLetterName(String prefix) {
    return prefix + baseName + "-dead-letters.fifo";
  }
}
