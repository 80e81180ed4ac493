package com.cargobond.events;

/**
 * A notice on its way out of the outbox.
 *
 * @param sequenceNumber its place in the outbox table's stream
 * @param id the same however often it is sent
 * @param shipment whose notices keep their order
 * @param body as the queue carries it: a JSON object
 */
record OutboxNotice(String sequenceNumber, String id, String shipment, String body) {}
