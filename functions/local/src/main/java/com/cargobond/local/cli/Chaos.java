package com.cargobond.local.cli;

/**
 * A trial of refunds.
 *
 * @param refunds how many deposits are refunded
 * @param seed what the deposits are and what the bank does with them follow from it
 */
public record Chaos(int refunds, long seed) {}
