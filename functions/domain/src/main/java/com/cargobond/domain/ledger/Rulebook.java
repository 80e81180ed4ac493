package com.cargobond.domain.ledger;

import com.cargobond.domain.event.EventType;
import com.cargobond.domain.event.ShipmentEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a capability decides. Pure: all that it looks at is in the view. */
public interface Rulebook {

  /** Of a capability whose subjects learn nothing from events. */
  Rulebook DEAF =
      new Rulebook() {
        @Override
        public boolean hears(EventType type) {
          return false;
        }

        @Override
        public Ref learner(ShipmentEvent event) {
          throw new IllegalStateException("nobody here hears " + event.type().wireName());
        }

        @Override
        public Wanted named(ShipmentEvent event) {
          return Wanted.NOTHING;
        }

        @Override
        public Outcome apply(View view, ReceivedEvent received) {
          return new Outcome.Repeated();
        }
      };

  /** Whether it has something to say of events of this type. */
  boolean hears(EventType type);

  /** Who learns the event, and so can tell its repeat. */
  Ref learner(ShipmentEvent event);

  /** What the event names: it is read before anything is decided, in one call. */
  Wanted named(ShipmentEvent event);

  /** What follows from what was read; asked until nothing of it is missing. */
  default Wanted needed(View view, ShipmentEvent event) {
    return Wanted.NOTHING;
  }

  /** The identifiers that the event takes for its learner. */
  default List<Identifier> identifiers(ShipmentEvent event) {
    return List.of();
  }

  /** What becomes of the event. */
  Outcome apply(View view, ReceivedEvent received);

  /**
   * The subjects of which every entry bears on an answer that was given because of an event, such
   * as that there is no room in any of them. What is written of less must be read once more.
   *
   * @param after how all stands after the decision
   * @return empty if it rests on something that is not there to be written
   */
  default Optional<Set<Ref>> restsOnAllOf(View after, ShipmentEvent event) {
    return Optional.of(Set.of());
  }

  /**
   * Other subjects that must be written with a changed one though they stay, since they were
   * decided with it.
   */
  default Set<Ref> decidedWith(Subject changed) {
    return Set.of();
  }

  /**
   * What becomes of a subject because a day has come: its deadline. The same day twice changes
   * nothing more.
   */
  default Outcome.Applied elapse(View view, Ref ref, LocalDate today, Instant now) {
    return new Outcome.Applied(view, List.of());
  }
}
