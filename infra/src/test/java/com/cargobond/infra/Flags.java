package com.cargobond.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** The CDK's own flags, as the command line reads them. */
final class Flags {

  private Flags() {}

  static Map<String, Object> ofCdkJson() {
    try {
      ObjectMapper json = new ObjectMapper();
      Map<String, Object> flags = new HashMap<>();
      json.readTree(new File("cdk.json"))
          .path("context")
          .properties()
          .forEach(flag -> put(flags, flag, json));
      return flags;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void put(
      Map<String, Object> flags, Map.Entry<String, JsonNode> flag, ObjectMapper json) {
    if (flag.getKey().contains(":")) {
      flags.put(flag.getKey(), json.convertValue(flag.getValue(), Object.class));
    }
  }
}
