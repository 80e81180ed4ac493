package com.cargobond.store.dynamo;

import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.store.OpenException.Content;
import com.cargobond.store.deployment.MessageQueue;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What was set aside, as attributes of a row: an event, or a queue, a group and a body. */
final class ContentAttributes {

  private static final String EVENT = "event";
  private static final String SHIPMENT = "shipment";
  private static final String QUEUE = "queue";
  private static final String GROUP = "group";
  private static final String BODY = "body";

  private ContentAttributes() {}

  static <R> void declare(
      StaticImmutableTableSchema.Builder<R, Attributes> schema,
      Function<R, Optional<Content>> content) {
    Function<R, Optional<Content.Event>> event =
        row ->
            content
                .apply(row)
                .filter(Content.Event.class::isInstance)
                .map(Content.Event.class::cast);
    Function<R, Optional<Content.Message>> message =
        row ->
            content
                .apply(row)
                .filter(Content.Message.class::isInstance)
                .map(Content.Message.class::cast);
    RawAttribute.declare(
        schema,
        EVENT,
        row -> event.apply(row).map(one -> HistoryConverter.attribute(one.event())).orElse(null));
    Attributes.declare(
        schema,
        String.class,
        SHIPMENT,
        row -> event.apply(row).map(one -> one.event().shipment().toString()).orElse(null));
    Attributes.declare(
        schema,
        String.class,
        QUEUE,
        row -> message.apply(row).map(one -> one.queue().name()).orElse(null));
    Attributes.declare(
        schema,
        String.class,
        GROUP,
        row -> message.apply(row).map(Content.Message::group).orElse(null));
    Attributes.declare(
        schema,
        String.class,
        BODY,
        row -> message.apply(row).map(Content.Message::body).orElse(null));
  }

  /** Earlier versions wrote the shipment as the row's subject alone. */
  static Optional<Content> read(Attributes item) {
    Optional<Map<String, AttributeValue>> event =
        item.<AttributeValue>find(EVENT).map(AttributeValue::m);
    if (event.isPresent()) {
      String shipment = item.<String>find(SHIPMENT).orElseGet(() -> item.get("subject"));
      return Optional.of(
          new Content.Event(HistoryConverter.event(ShipmentId.parse(shipment), event.get())));
    }
    return item.<String>find(QUEUE)
        .map(
            queue ->
                new Content.Message(MessageQueue.valueOf(queue), item.get(GROUP), item.get(BODY)));
  }
}
