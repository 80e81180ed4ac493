package com.cargobond.local.post;

import com.cargobond.domain.duty.ShipmentClass;
import com.cargobond.domain.identity.Uscc;
import com.cargobond.local.file.BareTimes;

/**
 * What a house waybill does not say itself.
 *
 * @param operator whose shipment it is
 * @param shipmentClass the customs class
 * @param times where times without an offset are from
 */
public record XfzbOptions(Uscc operator, ShipmentClass shipmentClass, BareTimes times) {}
