package com.cargobond.local.post;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Cuts events into request bodies that the API takes, in their order. */
final class Batches {

  /** As many as the API takes at once. */
  static final int EVENTS_MAX = 100;

  /** Below the API's bound on bodies, with room for brackets and commas. */
  static final int BYTES_MAX = 1_000_000;

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Events that the same caller posts at once. */
  record Batch(String token, List<ObjectNode> events) {

    byte[] body() {
      return bytes(JsonNodeFactory.instance.arrayNode().addAll(events));
    }
  }

  private final List<Batch> batches = new ArrayList<>();
  private int bytes;

  void add(String token, ObjectNode event) {
    int size = bytes(event).length + 1;
    Batch last = batches.isEmpty() ? null : batches.getLast();
    boolean fits =
        last != null
            && last.token().equals(token)
            && last.events().size() < EVENTS_MAX
            && bytes + size <= BYTES_MAX;
    if (!fits) {
      last = new Batch(token, new ArrayList<>());
      batches.add(last);
      bytes = 0;
    }
    last.events().add(event);
    bytes += size;
  }

  List<Batch> all() {
    return batches;
  }

  /** UTF-8; the writer fails at what cannot be encoded, it replaces nothing. */
  private static byte[] bytes(JsonNode node) {
    try {
      return JSON.writeValueAsBytes(node);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalArgumentException("an event cannot be written as JSON", unwritable);
    }
  }
}
