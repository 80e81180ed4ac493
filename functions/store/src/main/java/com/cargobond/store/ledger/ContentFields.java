package com.cargobond.store.ledger;

import com.cargobond.domain.event.EventTypes;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.store.deployment.MessageQueue;
import com.cargobond.store.ledger.OpenException.Content;
import java.util.Optional;

/** What was set aside, as attributes of an item: an event, or a queue, a group and a body. */
final class ContentFields {

  private static final String EVENT = "event";
  private static final String SHIPMENT = "shipment";
  private static final String QUEUE = "queue";
  private static final String GROUP = "group";
  private static final String BODY = "body";

  private ContentFields() {}

  static void add(Item.Attributes attributes, Content content) {
    switch (content) {
      case Content.Event one ->
          attributes
              .with(EVENT, EventFields.of(one.event()).toMap())
              .with(SHIPMENT, one.event().shipment().toString());
      case Content.Message message ->
          attributes
              .with(QUEUE, message.queue().name())
              .with(GROUP, message.group())
              .with(BODY, message.body());
    }
  }

  /** Earlier versions wrote the shipment as the item's subject alone. */
  static Optional<Content> read(Item item, EventTypes types) {
    Optional<Item> event = item.find(EVENT);
    if (event.isPresent()) {
      String shipment = item.findText(SHIPMENT).orElseGet(() -> item.text("subject"));
      return Optional.of(
          new Content.Event(EventFields.read(ShipmentId.parse(shipment), event.get(), types)));
    }
    return item.findText(QUEUE)
        .map(
            queue ->
                new Content.Message(
                    MessageQueue.valueOf(queue), item.text(GROUP), item.text(BODY)));
  }
}
