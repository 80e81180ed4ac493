package com.cargobond.store.ledger;

import com.cargobond.domain.event.EventType;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.domain.shipment.ShipmentEventType;
import com.cargobond.store.capability.StoredCapabilities;
import com.cargobond.store.sketch.StorageFees;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Events that a capability hears, and what was there before.
 *
 * @param stored the capabilities of the ledger
 */
record CapabilityStory(
    String name, StoredCapabilityList stored, Act given, List<ReceivedEvent> told) {

  private static final Act NOTHING = new Act("nothing", List.of());

  /** One for each type of event of the product, which moves most; and those of a sketch. */
  static Stream<CapabilityStory> all() {
    return Stream.concat(
        StoredCapabilities.ALL.capabilities().events().all().stream()
            // Nobody tells it but the ledger itself.
            .filter(type -> type != ShipmentEventType.DECLARATION_SHARED)
            .map(CapabilityStory::of),
        StorageFees.stories()
            .map(told -> new CapabilityStory("sketch", StorageFees.LEDGER, NOTHING, told)));
  }

  private static CapabilityStory of(EventType type) {
    List<ReceivedEvent> told =
        Arrays.stream(EventsOfEveryType.of(type)).map(AnEvent::accepted).toList();
    return new CapabilityStory(
        type.wireName(), StoredCapabilities.ALL, Others.nearlyUsedUp(), told);
  }

  @Override
  public String toString() {
    return name + " " + told.size();
  }
}
