package com.cargobond.store;

import java.time.Instant;
import java.util.Optional;

/**
 * An exception that a person has seen to: it leaves the list, and this is kept.
 *
 * @param by who did it
 * @param note what was done about it
 * @param resend what is sent again
 */
public record SettledException(
    OpenException exception, String by, String note, Optional<Resend> resend, Instant at) {}
