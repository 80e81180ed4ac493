package com.cargobond.events;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What one run looked at.
 *
 * @param refunds how many open refunds
 * @param deadlines how many deadlines that had come
 */
@RegisterForReflection
public record SweepResult(int refunds, int deadlines) {}
