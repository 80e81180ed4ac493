package com.cargobond.domain.ledger;

import com.cargobond.domain.event.ShipmentEvent;
import java.time.Instant;

/** An event with the time at which it was durably accepted. */
public record ReceivedEvent(ShipmentEvent event, Instant receivedAt) {}
