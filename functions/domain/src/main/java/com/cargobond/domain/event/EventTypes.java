package com.cargobond.domain.event;

import com.cargobond.domain.identity.DistrictCode;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.input.FieldReader;
import com.cargobond.domain.input.InvalidInput;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The types of event that are understood somewhere, and how such events are read. */
public final class EventTypes {

  private final Map<String, EventType> byWireName;

  /**
   * These types.
   *
   * @throws IllegalArgumentException if two have one name
   */
  public EventTypes(Collection<? extends EventType> types) {
    Map<String, EventType> named = new LinkedHashMap<>();
    for (EventType type : types) {
      if (named.put(type.wireName(), type) != null) {
        throw new IllegalArgumentException("two types of event are " + type.wireName());
      }
    }
    byWireName = Collections.unmodifiableMap(named);
  }

  /** All of them, in the order of the list. */
  public Collection<EventType> all() {
    return byWireName.values();
  }

  /**
   * Finds a type by its CloudEvents name.
   *
   * @throws BrokenRule if there is none
   */
  public EventType named(String wireName) {
    EventType type = byWireName.get(wireName);
    if (type == null) {
      throw new BrokenRule("is not a known event type and version");
    }
    return type;
  }

  /** Whether there is a type of this name. */
  public boolean isKnown(String wireName) {
    return byWireName.containsKey(wireName);
  }

  /**
   * Reads a decoded CloudEvent.
   *
   * @throws InvalidInput with every attribute and data field that breaks a rule
   */
  public ShipmentEvent read(Map<String, ?> cloudEvent) {
    return FieldReader.read(cloudEvent, in -> ShipmentEvent.read(in, this));
  }

  /**
   * One that was accepted before, from its parts as they are kept.
   *
   * @throws IllegalStateException if there is no such type: a later version has kept it
   */
  public ShipmentEvent kept(
      String source,
      String id,
      String wireName,
      Instant time,
      ShipmentId shipment,
      Map<String, Object> data,
      Map<String, Object> extensions,
      Optional<DistrictCode> authority) {
    EventType type = byWireName.get(wireName);
    if (type == null) {
      throw new IllegalStateException("an event is kept of the unknown type " + wireName);
    }
    return ShipmentEvent.kept(source, id, type, time, shipment, data, extensions, authority);
  }

  /**
   * Reads one that was accepted before, by the rules of then.
   *
   * @throws InvalidInput if it is no event
   */
  public ShipmentEvent reread(Map<String, ?> cloudEvent) {
    return FieldReader.reread(cloudEvent, in -> ShipmentEvent.read(in, this));
  }
}
