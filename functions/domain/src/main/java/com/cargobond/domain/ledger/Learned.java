package com.cargobond.domain.ledger;

import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.shipment.Shipment;
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
