package com.cargobond.local.post;

import com.cargobond.domain.capability.Capabilities;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.input.InvalidInput;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/**
 * The ids that were posted. The system accepts an event whose id came before with other content and
 * then sets it aside: who posts both would read "accepted" and never hear of it.
 */
final class PostedIds {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

  private final Map<String, String> fingerprints = new HashMap<>();

  /** Whether another event came before with this one's id; the same again is no other. */
  boolean isTaken(ObjectNode event) {
    ShipmentEvent read;
    try {
      read = Capabilities.ALL.events().read(JSON.convertValue(event, FIELDS));
    } catch (InvalidInput refused) {
      return false; // The system says what is wrong with it.
    }
    String before = fingerprints.putIfAbsent(read.key(), read.fingerprint());
    return before != null && !before.equals(read.fingerprint());
  }
}
