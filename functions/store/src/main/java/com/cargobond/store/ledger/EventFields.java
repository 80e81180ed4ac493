package com.cargobond.store.ledger;

import com.cargobond.domain.event.EventTypes;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.identity.DistrictCode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An event as a part of an item. Names are short because they are stored with every event of every
 * subject; the data is kept as it came, so that a new event type needs nothing here.
 */
public final class EventFields {

  private static final String EXTENSIONS = "ext";
  private static final String AUTHORITY = "by";

  private EventFields() {}

  /** All but the shipment, which the item names. */
  public static Item.Attributes of(ShipmentEvent event) {
    Item.Attributes fields =
        Item.begin()
            .with("src", event.source())
            .with("id", event.id())
            .with("type", event.type().wireName())
            .with("time", event.time().toString())
            .with("data", event.data());
    if (!event.extensions().isEmpty()) {
      fields.with(EXTENSIONS, event.extensions());
    }
    return fields.with(AUTHORITY, event.authority().map(DistrictCode::value));
  }

  /**
   * The event again.
   *
   * @param types among which its own is
   */
  public static ShipmentEvent read(String shipment, Item fields, EventTypes types) {
    Map<String, Object> cloudEvent = new LinkedHashMap<>();
    fields.find(EXTENSIONS).ifPresent(extensions -> cloudEvent.putAll(extensions.attributes()));
    cloudEvent.put("specversion", "1.0");
    cloudEvent.put("source", fields.text("src"));
    cloudEvent.put("id", fields.text("id"));
    cloudEvent.put("type", fields.text("type"));
    cloudEvent.put("time", fields.text("time"));
    cloudEvent.put("subject", shipment);
    cloudEvent.put("data", fields.fields("data"));
    ShipmentEvent event = types.reread(cloudEvent);
    return fields
        .findText(AUTHORITY)
        .map(by -> event.inTheNameOf(new DistrictCode(by)))
        .orElse(event);
  }
}
