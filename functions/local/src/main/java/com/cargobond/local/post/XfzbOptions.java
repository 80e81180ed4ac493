package com.cargobond.local.post;

import com.cargobond.domain.duty.ShipmentClass;
import com.cargobond.domain.identity.Uscc;

/**
 * What a house waybill does not say itself.
 *
 * @param operator whose shipment it is
 * @param shipmentClass the customs class
 */
public record XfzbOptions(Uscc operator, ShipmentClass shipmentClass) {}
