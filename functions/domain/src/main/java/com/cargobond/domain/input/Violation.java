package com.cargobond.domain.input;

/**
 * One field that breaks one rule.
 *
 * @param field the path of the field, such as {@code data.amount.currency}
 * @param rule what the field must satisfy
 */
public record Violation(String field, String rule) {}
