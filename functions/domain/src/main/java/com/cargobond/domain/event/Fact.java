package com.cargobond.domain.event;

/** What an event says about a shipment. */
public sealed interface Fact permits CargoFact, CustomsFact, DepositFact, BankFact, ClockFact {}
