package com.cargobond.store.dynamo;

import com.cargobond.domain.capability.Capabilities;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.identity.DistrictCode;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.ledger.RefusalCode;
import com.cargobond.domain.money.Money;
import com.cargobond.domain.shipment.Effect;
import com.cargobond.domain.shipment.Movement;
import com.cargobond.domain.shipment.RecordedEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A shipment's history as an attribute. Names are short because they are stored with every event of
 * every shipment; the data is kept as it came, so that a new event type needs nothing here.
 */
final class HistoryConverter {

  private static final String EXTENSIONS = "ext";
  private static final String AUTHORITY = "by";

  private HistoryConverter() {}

  static AttributeValue attribute(List<RecordedEvent> history) {
    return AttributeValue.fromL(history.stream().map(HistoryConverter::attribute).toList());
  }

  static List<RecordedEvent> history(ShipmentId shipment, AttributeValue attribute) {
    return attribute.l().stream().map(item -> recorded(shipment, item.m())).toList();
  }

  /** The event alone. */
  static AttributeValue attribute(ShipmentEvent event) {
    return AttributeValue.fromM(fields(event));
  }

  private static Map<String, AttributeValue> fields(ShipmentEvent event) {
    Map<String, AttributeValue> item = new LinkedHashMap<>();
    item.put("src", AttributeValue.fromS(event.source()));
    item.put("id", AttributeValue.fromS(event.id()));
    item.put("type", AttributeValue.fromS(event.type().wireName()));
    item.put("time", AttributeValue.fromS(event.time().toString()));
    item.put("data", PlainData.attribute(event.data()));
    if (!event.extensions().isEmpty()) {
      item.put(EXTENSIONS, PlainData.attribute(event.extensions()));
    }
    event.authority().ifPresent(by -> item.put(AUTHORITY, AttributeValue.fromS(by.value())));
    return item;
  }

  private static AttributeValue attribute(RecordedEvent recorded) {
    Map<String, AttributeValue> item = fields(recorded.event());
    item.put("recv", AttributeValue.fromS(recorded.receivedAt().toString()));
    item.putAll(fields(recorded.movements().getFirst()));
    recorded.refusal().ifPresent(code -> item.put("code", AttributeValue.fromS(code.name())));
    List<Movement> further = recorded.movements().subList(1, recorded.movements().size());
    if (!further.isEmpty()) {
      item.put(
          "more",
          AttributeValue.fromL(
              further.stream().map(movement -> AttributeValue.fromM(fields(movement))).toList()));
    }
    return AttributeValue.fromM(item);
  }

  private static Map<String, AttributeValue> fields(Movement movement) {
    Map<String, AttributeValue> item = new LinkedHashMap<>();
    item.put("eff", AttributeValue.fromS(movement.effect().name()));
    movement
        .amount()
        .ifPresent(
            amount -> {
              item.put("amt", AttributeValue.fromN(Long.toString(amount.minor())));
              item.put("cur", AttributeValue.fromS(amount.currency().getCurrencyCode()));
            });
    return item;
  }

  static ShipmentEvent event(ShipmentId shipment, Map<String, AttributeValue> item) {
    Map<String, Object> cloudEvent = new LinkedHashMap<>();
    if (item.containsKey(EXTENSIONS)) {
      cloudEvent.putAll(PlainData.fields(item.get(EXTENSIONS)));
    }
    cloudEvent.put("specversion", "1.0");
    cloudEvent.put("source", item.get("src").s());
    cloudEvent.put("id", item.get("id").s());
    cloudEvent.put("type", item.get("type").s());
    cloudEvent.put("time", item.get("time").s());
    cloudEvent.put("subject", shipment.toString());
    cloudEvent.put("data", PlainData.fields(item.get("data")));
    ShipmentEvent event = Capabilities.EVENTS.reread(cloudEvent);
    return item.containsKey(AUTHORITY)
        ? event.inTheNameOf(new DistrictCode(item.get(AUTHORITY).s()))
        : event;
  }

  private static RecordedEvent recorded(ShipmentId shipment, Map<String, AttributeValue> item) {
    return new RecordedEvent(
        event(shipment, item),
        Instant.parse(item.get("recv").s()),
        movements(item),
        Optional.ofNullable(item.get("code")).map(code -> RefusalCode.valueOf(code.s())));
  }

  private static List<Movement> movements(Map<String, AttributeValue> item) {
    return Stream.concat(
            Stream.of(item),
            Optional.ofNullable(item.get("more")).stream()
                .flatMap(more -> more.l().stream())
                .map(AttributeValue::m))
        .map(HistoryConverter::movement)
        .toList();
  }

  private static Movement movement(Map<String, AttributeValue> item) {
    return new Movement(
        Effect.valueOf(item.get("eff").s()),
        Optional.ofNullable(item.get("amt"))
            .map(
                amount ->
                    new Money(Long.parseLong(amount.n()), Money.currency(item.get("cur").s()))));
  }
}
