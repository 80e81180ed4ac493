package com.cargobond.domain.shipment;

import com.cargobond.domain.event.Fact;

/** What an event says about a shipment. */
public sealed interface ShipmentFact extends Fact
    permits CargoFact, CustomsFact, BankFact, ClockFact {}
