package com.cargobond.store.ledger;

import com.cargobond.domain.event.EventTypes;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.identity.DistrictCode;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.input.Rfc3339;
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
  public static ShipmentEvent read(ShipmentId shipment, Item fields, EventTypes types) {
    return types.kept(
        fields.text("src"),
        fields.text("id"),
        fields.text("type"),
        Rfc3339.time(fields.text("time")),
        shipment,
        fields.fields("data"),
        fields.has(EXTENSIONS) ? fields.fields(EXTENSIONS) : Map.of(),
        fields
            .findText(AUTHORITY)
            .map(DistrictCode::new)
            .filter(district -> !district.isAdministration()));
  }
}
