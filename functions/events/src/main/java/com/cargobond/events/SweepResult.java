package com.cargobond.events;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What one run looked at.
 *
 * @param refunds how many open refunds
 */
@RegisterForReflection
public record SweepResult(int refunds) {}
