package com.cargobond.store.shipment;

import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.input.Rfc3339;
import com.cargobond.domain.ledger.RefusalCode;
import com.cargobond.domain.money.Money;
import com.cargobond.domain.shipment.Effect;
import com.cargobond.domain.shipment.Movement;
import com.cargobond.domain.shipment.RecordedEvent;
import com.cargobond.domain.shipment.ShipmentEventType;
import com.cargobond.store.ledger.EventFields;
import com.cargobond.store.ledger.Item;
import com.cargobond.store.ledger.Kept;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A shipment's history as a part of an item: each event with what it did. */
final class HistoryFields {

  private static final String MORE = "more";

  private HistoryFields() {}

  static List<Map<String, Object>> of(List<RecordedEvent> history) {
    List<Map<String, Object>> fields = new ArrayList<>(history.size());
    for (RecordedEvent recorded : history) {
      fields.add(recorded.as(Kept.class, one -> new Kept(fields(one))));
    }
    return fields;
  }

  static List<RecordedEvent> history(ShipmentId shipment, List<Map<String, Object>> history) {
    List<RecordedEvent> recorded = new ArrayList<>(history.size());
    for (Map<String, Object> fields : history) {
      recorded.add(recorded(shipment, new Item(kept(fields))));
    }
    return recorded;
  }

  private static Map<String, Object> fields(RecordedEvent recorded) {
    Item.Attributes fields =
        EventFields.of(recorded.event()).with("recv", recorded.receivedAt().toString());
    add(fields, recorded.movements().getFirst());
    fields.with("code", recorded.refusal().map(RefusalCode::name));
    List<Movement> further = recorded.movements().subList(1, recorded.movements().size());
    if (!further.isEmpty()) {
      fields.with(
          MORE, further.stream().map(movement -> add(Item.begin(), movement).toMap()).toList());
    }
    return fields.toMap();
  }

  private static Item.Attributes add(Item.Attributes fields, Movement movement) {
    return fields
        .with("eff", movement.effect().name())
        .with("amt", movement.amount().map(Money::minor))
        .with("cur", movement.amount().map(amount -> amount.currency().getCurrencyCode()));
  }

  private static RecordedEvent recorded(ShipmentId shipment, Item fields) {
    return RecordedEvent.kept(
        EventFields.read(shipment, fields, ShipmentEventType.TYPES),
        fields.attributes(),
        () -> result(fields));
  }

  private static RecordedEvent.Result result(Item fields) {
    return new RecordedEvent.Result(
        Rfc3339.time(fields.text("recv")),
        movements(fields),
        fields.findText("code").map(RefusalCode::valueOf));
  }

  private static Kept kept(Map<String, Object> fields) {
    return fields instanceof Kept kept ? kept : new Kept(fields);
  }

  private static List<Movement> movements(Item fields) {
    return fields.has(MORE)
        ? Stream.concat(Stream.of(fields), fields.items(MORE).stream())
            .map(HistoryFields::movement)
            .toList()
        : List.of(movement(fields));
  }

  private static Movement movement(Item fields) {
    return new Movement(
        Effect.valueOf(fields.text("eff")),
        fields
            .findText("cur")
            .map(currency -> new Money(fields.number("amt"), Money.currency(currency))));
  }
}
