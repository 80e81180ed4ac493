package com.cargobond.domain.ledger;

/**
 * An identifier that only one thing may have.
 *
 * @param target what takes it; what has it already may take it again
 */
public record Identifier(Alias alias, String target) {}
