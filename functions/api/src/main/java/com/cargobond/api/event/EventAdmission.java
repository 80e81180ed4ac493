package com.cargobond.api.event;

import com.cargobond.api.frame.caller.Caller;
import com.cargobond.api.frame.caller.Role;
import com.cargobond.domain.capability.Capabilities;
import com.cargobond.domain.event.EventType;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.input.Violation;
import io.quarkus.arc.All;
import io.quarkus.security.ForbiddenException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Decides whether an event may enter the queue: valid, and the caller's to say. */
@Singleton
class EventAdmission {

  /** How far the clocks and the days of senders may be ahead. */
  private static final Duration AHEAD_MAX = Duration.ofHours(24);

  private final List<EventRules> capabilities;
  private final Clock clock;

  EventAdmission(@All List<EventRules> capabilities, Clock clock) {
    this.capabilities = capabilities;
    this.clock = clock;
  }

  /**
   * The event, typed.
   *
   * @throws InvalidInput if an attribute or a data field breaks a rule
   * @throws ForbiddenException if the caller may not say it
   */
  ShipmentEvent admit(Map<String, Object> cloudEvent, Caller caller) {
    requireRole(cloudEvent, caller);
    ShipmentEvent read = Capabilities.ALL.events().read(cloudEvent);
    requireHappened(read);
    EventRules rules = rulesOf(read);
    ShipmentEvent event = EventSpeakers.spokenBy(caller, read, rules);
    rules.require(event);
    return event;
  }

  /**
   * Hears what was refused: what a person must know of is kept before it is answered, since the
   * sender does not come again.
   *
   * @throws com.cargobond.store.BusyLedger if it could not be kept
   */
  void refused(Map<String, Object> cloudEvent, InvalidInput invalid, Caller caller) {
    capabilities.forEach(rules -> rules.refused(cloudEvent, invalid, caller));
  }

  private EventRules rulesOf(ShipmentEvent event) {
    return capabilities.stream()
        .filter(rules -> rules.areOf(event.fact()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no capability takes " + event.type()));
  }

  /**
   * Whoever may not say a thing learns nothing about how to say it. Events that arise inside have
   * types too; to the outside they do not exist.
   */
  private static void requireRole(Map<String, Object> cloudEvent, Caller caller) {
    if (!(cloudEvent.get("type") instanceof String name)
        || !Capabilities.ALL.events().isKnown(name)) {
      return; // The reader says what is wrong with it, together with all else.
    }
    EventType type = Capabilities.ALL.events().named(name);
    if (type.isCargo()) {
      requireRole(Role.CARRIER, caller);
    } else if (type.isCustoms()) {
      requireRole(Role.CUSTOMS, caller);
    } else {
      throw new InvalidInput(
          List.of(new Violation("type", "is not a known event type and version")));
    }
  }

  private static void requireRole(String role, Caller caller) {
    if (!caller.is(role)) {
      throw new ForbiddenException("this type of event is posted by " + role);
    }
  }

  /** A mistyped year would win over all that is said of the matter later. */
  private void requireHappened(ShipmentEvent event) {
    if (event.time().isAfter(clock.instant().plus(AHEAD_MAX))) {
      throw new InvalidInput(
          List.of(
              new Violation("time", "must be at most " + AHEAD_MAX.toHours() + " hours from now")));
    }
  }
}
