package com.cargobond.store;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * The event functions: the one list of their names, of how long a call may take and of how much
 * memory it has. infra/README.md has the measurements behind the numbers.
 */
public enum EventFunction {
  /** Applies what is in {@link MessageQueue#CARGO_EVENTS}. */
  APPLY_EVENTS("apply-events", Timeouts.USUAL),
  /** Sends what the outbox table's stream hands over. */
  PUBLISH("publish", Timeouts.USUAL),
  /** Answers banks that invoke it. */
  POSITION("position", Timeouts.USUAL),
  /** Pays what is in {@link MessageQueue#REFUND_ORDERS}; a batch in turn waits for a slow bank. */
  PAY_REFUNDS("pay-refunds", Duration.ofMinutes(3)),
  /** Keeps what is in the dead-letter queues, for a person. */
  KEEP_DEAD_LETTERS("keep-dead-letters", Timeouts.USUAL),
  /** Runs on a schedule; one run ends before the next begins. */
  SWEEP("sweep", Timeouts.SWEEP);

  /** How often a deployment invokes {@link #SWEEP}. */
  public static final Duration SWEEP_INTERVAL = Timeouts.SWEEP;

  /** Lambda gives processor by memory: the first call needs that, not the memory. */
  private static final int MEMORY_MEBIBYTES = 512;

  private final String functionName;
  private final Duration timeout;

  EventFunction(String functionName, Duration timeout) {
    this.functionName = functionName;
    this.timeout = timeout;
  }

  /** As the executable knows it: what QUARKUS_FUNQY_EXPORT selects. */
  public String functionName() {
    return functionName;
  }

  /** The function with this name. */
  public static Optional<EventFunction> named(String functionName) {
    return Arrays.stream(values())
        .filter(function -> function.functionName.equals(functionName))
        .findFirst();
  }

  /** Whether it reads the ledger; the others may not. */
  public boolean readsLedger() {
    return this != PUBLISH && this != KEEP_DEAD_LETTERS;
  }

  /** What a call may take. */
  public Duration timeout() {
    return timeout;
  }

  /** What a call has: one executable, so the same for all. */
  public int memoryMebibytes() {
    return MEMORY_MEBIBYTES;
  }

  /** Apart, since an enum's entries are made before its own constants. */
  private static final class Timeouts {
    static final Duration USUAL = Duration.ofSeconds(30);
    static final Duration SWEEP = Duration.ofMinutes(5);
  }
}
