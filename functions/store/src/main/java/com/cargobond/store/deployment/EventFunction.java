package com.cargobond.store.deployment;

import static com.cargobond.store.deployment.MessageQueue.CARGO_EVENTS;
import static com.cargobond.store.deployment.MessageQueue.NOTICES;
import static com.cargobond.store.deployment.MessageQueue.PAYMENT_ORDERS;
import static com.cargobond.store.deployment.MessageQueue.REFUND_ORDERS;
import static com.cargobond.store.deployment.TableAccess.to;
import static com.cargobond.store.deployment.TableAction.GET;
import static com.cargobond.store.deployment.TableAction.PUT;
import static com.cargobond.store.deployment.TableAction.QUERY;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The event functions: the one list of their names, of how long a call may take, of what makes them
 * run and of what they may do. infra/README.md has the measurements behind the numbers.
 */
public enum EventFunction {
  /** Applies events to the ledger. */
  APPLY_EVENTS(
      "apply-events",
      Timeouts.USUAL,
      Trigger.messagesOf(CARGO_EVENTS),
      Permissions.on(LedgerAccess.EVENTS)),
  /** Sends what the outbox table's stream hands over. */
  PUBLISH(
      "publish",
      Timeouts.USUAL,
      List.of(new Trigger.Outbox()),
      Permissions.on().sendingTo(NOTICES, PAYMENT_ORDERS, CARGO_EVENTS, REFUND_ORDERS)),
  /** Answers banks that invoke it. */
  POSITION(
      "position",
      Timeouts.USUAL,
      List.of(new Trigger.Callers()),
      Permissions.on(to(LedgerTable.GUARANTEES, GET, QUERY))),
  /** Pays; a batch in turn waits for a slow bank. */
  PAY(
      "pay",
      Duration.ofMinutes(3),
      Trigger.messagesOf(PAYMENT_ORDERS, REFUND_ORDERS),
      Permissions.on(LedgerAccess.PAYMENTS).calling(Counterparty.BANK)),
  /** Keeps what is in the dead-letter queues, for a person. */
  KEEP_DEAD_LETTERS(
      "keep-dead-letters",
      Timeouts.USUAL,
      List.of(new Trigger.DeadLetters()),
      Permissions.on(to(LedgerTable.EXCEPTIONS, GET, PUT))),
  /** Sees to what nobody else comes back to; one run ends before the next begins. */
  SWEEP(
      "sweep",
      Timeouts.SWEEP,
      List.of(new Trigger.Schedule(Timeouts.SWEEP)),
      Permissions.on(LedgerAccess.EVENTS).and(LedgerAccess.ANNOUNCING).calling(Counterparty.BANK));

  /** Lambda gives processor by memory: the first call needs that, not the memory. */
  static final int MEMORY_MEBIBYTES = 512;

  private final String functionName;
  private final Duration timeout;
  private final List<Trigger> triggers;
  private final Permissions permissions;

  EventFunction(
      String functionName, Duration timeout, List<Trigger> triggers, Permissions permissions) {
    this.functionName = functionName;
    this.timeout = timeout;
    this.triggers = triggers;
    this.permissions = permissions;
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

  /** The function that is fed by a queue, unless others read it. */
  public static Optional<EventFunction> fedBy(MessageQueue queue) {
    return Arrays.stream(values())
        .filter(function -> function.triggers.contains(new Trigger.Messages(queue)))
        .findFirst();
  }

  /** What a call may take. */
  public Duration timeout() {
    return timeout;
  }

  /** What a call has: one executable, so the same for all. */
  public int memoryMebibytes() {
    return MEMORY_MEBIBYTES;
  }

  /** What makes it run. */
  public List<Trigger> triggers() {
    return triggers;
  }

  /** What it may do. */
  public Permissions permissions() {
    return permissions;
  }

  /** Whether somebody outside invokes it and waits. */
  public boolean answersCallers() {
    return triggers.contains(new Trigger.Callers());
  }

  /** How often it runs by the clock, if it does. */
  public Optional<Duration> interval() {
    return triggers.stream()
        .filter(Trigger.Schedule.class::isInstance)
        .map(trigger -> ((Trigger.Schedule) trigger).every())
        .findFirst();
  }

  /** Whether it reads the ledger; the others may not. */
  public boolean readsLedger() {
    return permissions.tables().stream()
        .anyMatch(
            access -> access.table() == LedgerTable.GUARANTEES && access.actions().contains(GET));
  }

  /** Whether it calls this counterparty. */
  public boolean calls(Counterparty counterparty) {
    return permissions.calls().contains(counterparty);
  }

  /** Apart, since an enum's entries are made before its own constants. */
  private static final class Timeouts {
    static final Duration USUAL = Duration.ofSeconds(30);
    static final Duration SWEEP = Duration.ofMinutes(5);
  }
}
