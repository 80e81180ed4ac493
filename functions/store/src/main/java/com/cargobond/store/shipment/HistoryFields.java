package com.cargobond.store.shipment;

import com.cargobond.domain.ledger.RefusalCode;
import com.cargobond.domain.money.Money;
import com.cargobond.domain.shipment.Effect;
import com.cargobond.domain.shipment.Movement;
import com.cargobond.domain.shipment.RecordedEvent;
import com.cargobond.domain.shipment.ShipmentEventType;
import com.cargobond.store.ledger.EventFields;
import com.cargobond.store.ledger.Item;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A shipment's history as a part of an item: each event with what it did. */
final class HistoryFields {

  private static final String MORE = "more";

  private HistoryFields() {}

  static List<Map<String, Object>> of(List<RecordedEvent> history) {
    return history.stream().map(HistoryFields::fields).toList();
  }

  static List<RecordedEvent> history(String shipment, List<Item> history) {
    return history.stream().map(fields -> recorded(shipment, fields)).toList();
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

  private static RecordedEvent recorded(String shipment, Item fields) {
    List<Item> further = fields.has(MORE) ? fields.items(MORE) : List.of();
    return new RecordedEvent(
        EventFields.read(shipment, fields, ShipmentEventType.TYPES),
        Instant.parse(fields.text("recv")),
        Stream.concat(Stream.of(fields), further.stream()).map(HistoryFields::movement).toList(),
        fields.findText("code").map(RefusalCode::valueOf));
  }

  private static Movement movement(Item fields) {
    return new Movement(
        Effect.valueOf(fields.text("eff")),
        fields
            .findText("cur")
            .map(currency -> new Money(fields.number("amt"), Money.currency(currency))));
  }
}
