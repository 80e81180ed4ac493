package com.cargobond.domain.shipment;

/**
 * A matter that needs a person.
 *
 * @param reference the declaration, or the event that says it
 */
public record ShipmentException(ExceptionCode code, String reference) {}
