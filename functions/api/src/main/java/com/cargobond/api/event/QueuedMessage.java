package com.cargobond.api.event;

/**
 * A message of a queue that keeps the order of each group, and takes a repeat for the same.
 *
 * @param event the key of what it says, for the log
 */
record QueuedMessage(String event, String group, String deduplicationId, String body) {}
