package com.cargobond.domain.shipment;

import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.event.StoredSize;
import com.cargobond.domain.ledger.RefusalCode;
import com.cargobond.domain.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** An event as it was applied. */
public final class RecordedEvent {

  /**
   * What became of an event.
   *
   * @param receivedAt when it was durably accepted
   * @param movements what it did, the weightiest first; at least one
   * @param refusal why it was refused, if it was
   */
  public record Result(
      Instant receivedAt, List<Movement> movements, Optional<RefusalCode> refusal) {

    /** Copies the list. */
    public Result {
      movements = List.copyOf(movements);
    }
  }

  private final ShipmentEvent event;
  private final Supplier<Result> reading;
  private volatile Result result;

  /** See {@link #as}. */
  private volatile Object form;

  /** An event with what it did. */
  public RecordedEvent(
      ShipmentEvent event,
      Instant receivedAt,
      List<Movement> movements,
      Optional<RefusalCode> refusal) {
    this.event = event;
    this.reading = () -> result;
    this.result = new Result(receivedAt, movements, refusal);
  }

  private RecordedEvent(ShipmentEvent event, Object form, Supplier<Result> reading) {
    this.event = event;
    this.form = form;
    this.reading = reading;
  }

  /**
   * One that was recorded before.
   *
   * @param form in which it is kept: see {@link #as}
   * @param reading what became of it, once somebody asks: most of a history is only kept on
   */
  public static RecordedEvent kept(ShipmentEvent event, Object form, Supplier<Result> reading) {
    return new RecordedEvent(event, form, reading);
  }

  private Result result() {
    Result read = result;
    if (read == null) {
      read = reading.get();
      result = read;
    }
    return read;
  }

  /** What was said. */
  public ShipmentEvent event() {
    return event;
  }

  /** When it was durably accepted. */
  public Instant receivedAt() {
    return result().receivedAt();
  }

  /** What it did, the weightiest first; at least one. */
  public List<Movement> movements() {
    return result().movements();
  }

  /** Why it was refused, if it was. */
  public Optional<RefusalCode> refusal() {
    return result().refusal();
  }

  /**
   * Another form of it, made once: a history is written again with each event that follows.
   *
   * @param type of which nobody else makes a form
   */
  public <T> T as(Class<T> type, Function<RecordedEvent, T> making) {
    Object made = form;
    if (!type.isInstance(made)) {
      made = making.apply(this);
      form = made;
    }
    return type.cast(made);
  }

  /** The weightiest of what it did. */
  public Effect effect() {
    return movements().getFirst().effect();
  }

  /** How much moved by that, if anything did. */
  public Optional<Money> amount() {
    return movements().getFirst().amount();
  }

  /**
   * The same with what an earlier word of the same matter moved, whose place it takes: the history
   * goes on adding up to what is held.
   */
  RecordedEvent inPlaceOf(RecordedEvent earlier) {
    Stream<Movement> moved =
        earlier.movements().stream().filter(movement -> movement.amount().isPresent());
    return new RecordedEvent(
        event,
        receivedAt(),
        Movement.summed(Stream.concat(movements().stream(), moved)),
        refusal());
  }

  /** About how many bytes it takes where it is stored; never less. */
  int storedBytes() {
    return event.storedBytes() + (movements().size() - 1) * StoredSize.PER_MOVEMENT;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof RecordedEvent that
            && event.equals(that.event)
            && result().equals(that.result());
  }

  @Override
  public int hashCode() {
    return Objects.hash(event, result());
  }

  @Override
  public String toString() {
    return event + " " + result();
  }
}
