package com.cargobond.local.post;

import com.cargobond.domain.duty.ShipmentClass;
import com.cargobond.domain.identity.Uscc;
import java.util.Optional;

/**
 * What a house waybill does not say itself.
 *
 * @param operator whose shipment it is; without one, house waybills are refused
 * @param shipmentClass the customs class
 */
public record XfzbOptions(Optional<Uscc> operator, ShipmentClass shipmentClass) {}
