package com.cargobond.store;

/** The queues: the one list of their names. Each is FIFO and has a dead-letter queue. */
public enum MessageQueue {
  /** Accepted events on their way to the ledger, grouped by operator and lane. */
  CARGO_EVENTS("cargo-events"),
  /** What carriers, banks and Customs are told, grouped by shipment. */
  NOTICES("notices"),
  /** Refunds that can be sent, grouped by refund; each may wait for a slow bank. */
  REFUND_ORDERS("refund-orders", 5);

  /** How often a message is handed out before it goes to the dead letters. */
  public static final int RECEIVES_MAX = 5;

  /** As many messages as SQS hands out at once, and the most that Lambda takes of a FIFO queue. */
  public static final int BATCH_MAX = 10;

  private final String baseName;
  private final int batchMax;

  MessageQueue(String baseName) {
    this(baseName, BATCH_MAX);
  }

  MessageQueue(String baseName, int batchMax) {
    this.baseName = baseName;
    this.batchMax = batchMax;
  }

  /** The queue's name without the deployment's prefix. */
  public String baseName() {
    return baseName;
  }

  /** How many messages one invocation is given. */
  public int batchMax() {
    return batchMax;
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
