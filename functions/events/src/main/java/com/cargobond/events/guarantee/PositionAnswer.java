package com.cargobond.events.guarantee;

import com.cargobond.domain.guarantee.PositionFigures;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Where a guarantee stands. */
@RegisterForReflection(targets = {PositionAnswer.class, PositionFigures.class})
public record PositionAnswer(
    String guaranteeId, String status, int version, String currency, PositionFigures position) {}
