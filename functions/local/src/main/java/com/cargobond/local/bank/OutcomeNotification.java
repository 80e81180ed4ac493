package com.cargobond.local.bank;

import com.cargobond.domain.identity.Uetr;
import java.time.Instant;

/** Whoever ordered a payment has learnt its later state. */
public record OutcomeNotification(Uetr uetr, Instant time, PaymentStatus status)
    implements JournalEntry {}
