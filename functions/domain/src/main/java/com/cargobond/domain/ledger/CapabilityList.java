package com.cargobond.domain.ledger;

import com.cargobond.domain.event.EventType;
import com.cargobond.domain.event.EventTypes;
import com.cargobond.domain.event.ShipmentEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Several capabilities, and what follows from there being these. */
public final class CapabilityList {

  private final List<Capability> capabilities;
  private final EventTypes events;
  private final Map<EventType, Capability> byEvent = new HashMap<>();
  private final Map<EventType, List<Rulebook>> hearing = new HashMap<>();
  private final Map<String, Capability> byKind = new HashMap<>();

  /** These, in the order in which an event is offered to them. */
  public CapabilityList(List<Capability> capabilities) {
    this.capabilities = List.copyOf(capabilities);
    this.events =
        new EventTypes(
            capabilities.stream().flatMap(capability -> capability.events().stream()).toList());
    for (Capability capability : this.capabilities) {
      byKind.putIfAbsent(capability.kind().name(), capability);
      for (EventType type : capability.events()) {
        byEvent.put(type, capability);
        hearing.put(type, hearing(type, capability));
      }
    }
  }

  private List<Rulebook> hearing(EventType type, Capability first) {
    return Stream.concat(
            Stream.of(first),
            capabilities.stream().filter(other -> other != first && other.rules().hears(type)))
        .map(Capability::rules)
        .toList();
  }

  /** Each of them. */
  public List<Capability> list() {
    return capabilities;
  }

  /** Every event that any of them hears. */
  public EventTypes events() {
    return events;
  }

  /** The rules of those that hear an event: first of the one whose event it is. */
  public List<Rulebook> hearing(ShipmentEvent event) {
    return hearing.get(event.type());
  }

  /** The one whose event it is. */
  public Capability of(EventType type) {
    return Optional.ofNullable(byEvent.get(type)).orElseThrow();
  }

  /** The one with subjects of this kind. */
  public Optional<Capability> ofKind(String kind) {
    return Optional.ofNullable(byKind.get(kind));
  }

  /** Those whose subjects may need a person. */
  public List<Capability> withCodes() {
    return capabilities.stream().filter(capability -> !capability.codes().isEmpty()).toList();
  }

  /** Every reason for which a subject needs a person. */
  public List<Code> codes() {
    return capabilities.stream().flatMap(capability -> capability.codes().stream()).toList();
  }

  /** Every reason for which an event is set aside. */
  public List<Code> quarantineCodes() {
    return Stream.concat(
            Stream.of(QuarantineCode.values()),
            capabilities.stream().flatMap(capability -> capability.quarantineCodes().stream()))
        .toList();
  }

  /** Everything that is told. */
  public List<NoticeType> notices() {
    return Stream.concat(
            Stream.of(LedgerNoticeType.values()),
            capabilities.stream().flatMap(capability -> capability.notices().stream()))
        .toList();
  }
}
