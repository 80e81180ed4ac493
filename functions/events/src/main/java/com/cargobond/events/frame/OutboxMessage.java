package com.cargobond.events.frame;

/**
 * Something on its way out of the outbox.
 *
 * @param sequenceNumber its place in the outbox table's stream
 * @param id the same however often it is sent
 * @param group whose messages keep their order
 * @param body as the queue carries it: a JSON object
 */
record OutboxMessage(String sequenceNumber, String id, String group, String body) {}
