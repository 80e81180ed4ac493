package com.cargobond.store;

/**
 * A value as it was read.
 *
 * @param revision changes with every write; 0 if it was never written
 */
public record Versioned<T>(T value, long revision) {}
