package com.cargobond.domain.shipment;

import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.identity.DeclarationNo;
import java.util.Map;

/**
 * What a shipment learned because of one event.
 *
 * @param cause the event; to another shipment that bears the same declaration, the system's word
 * @param decisions on its declarations, where there are new ones
 */
record Learned(
    ShipmentEvent cause,
    Shipment before,
    Shipment after,
    Map<DeclarationNo, CoverDecision> decisions) {}
