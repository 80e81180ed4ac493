package com.cargobond.domain.shipment;

import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.event.StoredSize;
import com.cargobond.domain.ledger.RefusalCode;
import com.cargobond.domain.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An event as it was applied.
 *
 * @param receivedAt when it was durably accepted
 * @param movements what it did, the weightiest first; at least one
 * @param refusal why it was refused, if it was
 */
public record RecordedEvent(
    ShipmentEvent event,
    Instant receivedAt,
    List<Movement> movements,
    Optional<RefusalCode> refusal) {

  public RecordedEvent {
    movements = List.copyOf(movements);
  }

  /** The weightiest of what it did. */
  public Effect effect() {
    return movements.getFirst().effect();
  }

  /** How much moved by that, if anything did. */
  public Optional<Money> amount() {
    return movements.getFirst().amount();
  }

  /**
   * The same with what an earlier word of the same matter moved, whose place it takes: the history
   * goes on adding up to what is held.
   */
  RecordedEvent inPlaceOf(RecordedEvent earlier) {
    Stream<Movement> moved =
        earlier.movements.stream().filter(movement -> movement.amount().isPresent());
    return new RecordedEvent(
        event, receivedAt, Movement.summed(Stream.concat(movements.stream(), moved)), refusal);
  }

  /** About how many bytes it takes where it is stored; never less. */
  int storedBytes() {
    return event.storedBytes() + (movements.size() - 1) * StoredSize.PER_MOVEMENT;
  }
}
