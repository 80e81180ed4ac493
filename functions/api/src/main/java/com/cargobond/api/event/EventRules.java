package com.cargobond.api.event;

import com.cargobond.api.frame.caller.Caller;
import com.cargobond.domain.event.Fact;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.identity.DistrictCode;
import com.cargobond.domain.input.InvalidInput;
import java.util.Map;
import java.util.function.Predicate;

/** What a capability says of events before they are queued; each has one. */
public interface EventRules {

  /** Whether what this fact is about is the capability's. */
  boolean areOf(Fact fact);

  /**
   * The districts of Customs that are heard on an event of the capability, as far as that is known:
   * what comes before what it names is decided where it is booked.
   */
  Predicate<DistrictCode> heard(ShipmentEvent event);

  /**
   * Refuses an event of the capability that could never be booked.
   *
   * @throws InvalidInput with the field and the rule that it breaks
   */
  default void require(ShipmentEvent event) {}

  /**
   * Hears what was refused, whatever it was to be: what a person must know of is kept before the
   * sender is answered.
   *
   * @throws com.cargobond.store.BusyLedger if it could not be kept
   */
  default void refused(Map<String, Object> cloudEvent, InvalidInput invalid, Caller caller) {}
}
