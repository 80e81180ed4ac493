package com.cargobond.api;

import com.cargobond.domain.capability.Capabilities;
import com.cargobond.domain.event.EventType;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.identity.Uscc;
import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.input.Violation;
import com.cargobond.domain.money.Money;
import com.cargobond.domain.shipment.CustomsFact;
import io.quarkus.security.ForbiddenException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides whether an event may enter the queue: valid, and the caller's to say. */
@Singleton
class EventAdmission {

  /** How far the clocks and the days of senders may be ahead. */
  private static final Duration AHEAD_MAX = Duration.ofHours(24);

  private final OperatorProfiles operators;
  private final EventOwners owners;
  private final Clock clock;

  EventAdmission(OperatorProfiles operators, EventOwners owners, Clock clock) {
    this.operators = operators;
    this.owners = owners;
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
    ShipmentEvent event = owners.spokenBy(caller, read);
    requireCurrency(event);
    return event;
  }

  /**
   * Whoever may not say a thing learns nothing about how to say it. Events that arise inside have
   * types too; to the outside they do not exist.
   */
  private static void requireRole(Map<String, Object> cloudEvent, Caller caller) {
    if (!(cloudEvent.get("type") instanceof String name) || !Capabilities.ALL.events().isKnown(name)) {
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

  private void requireCurrency(ShipmentEvent event) {
    Optional<GuaranteedAmount> amount = guaranteedAmount(event);
    if (amount.isEmpty()) {
      return;
    }
    Uscc operator = event.shipment().operator();
    String currency = amount.get().money().currency().getCurrencyCode();
    if (!operators.get(operator).currencies().contains(currency)) {
      Set<String> currencies = operators.read(operator).currencies();
      if (!currencies.isEmpty() && !currencies.contains(currency)) {
        throw new InvalidInput(
            List.of(
                new Violation(
                    "data." + amount.get().field() + ".currency",
                    "must be the currency of a guarantee of the operator: " + currencies)));
      }
    }
  }

  private record GuaranteedAmount(String field, Money money) {}

  private static Optional<GuaranteedAmount> guaranteedAmount(ShipmentEvent event) {
    return switch (event.fact()) {
      case CustomsFact.DeclarationFiled filed ->
          Optional.of(new GuaranteedAmount("estimatedDuty", filed.estimatedDuty()));
      case CustomsFact.DutyAssessed assessed ->
          Optional.of(new GuaranteedAmount("duty", assessed.duty()));
      case CustomsFact.DutyPaid paid -> Optional.of(new GuaranteedAmount("amount", paid.amount()));
      case CustomsFact.PaymentReversed reversed ->
          Optional.of(new GuaranteedAmount("amount", reversed.amount()));
      case CustomsFact.DefaultDemanded demanded ->
          Optional.of(new GuaranteedAmount("amount", demanded.amount()));
      default -> Optional.empty();
    };
  }
}
