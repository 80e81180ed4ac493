package com.cargobond.store.ledger;

import com.cargobond.store.deployment.MessageQueue;

/**
 * A message that leaves by the outbox.
 *
 * @param id tells this sending from earlier ones
 */
public record Resend(String id, MessageQueue queue, String group, String body) {}
