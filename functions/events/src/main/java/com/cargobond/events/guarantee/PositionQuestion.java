package com.cargobond.events.guarantee;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Asks for a position by one of the two; the other is null. */
@RegisterForReflection
public record PositionQuestion(String guaranteeId, String registrationNo) {}
