package com.cargobond.domain.shipment;

import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.guarantee.RefusalCode;
import com.cargobond.domain.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * An event as it was applied.
 *
 * @param receivedAt when it was durably accepted
 * @param refusal why it was refused, if it was
 * @param amount how much moved, if anything did
 */
public record RecordedEvent(
    ShipmentEvent event,
    Instant receivedAt,
    Effect effect,
    Optional<RefusalCode> refusal,
    Optional<Money> amount) {}
