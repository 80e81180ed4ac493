package com.cargobond.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** As much of JSON Schema as the event schemas use. */
final class SchemaCheck {

  private final Map<String, JsonNode> documents = new HashMap<>();

  List<String> violations(JsonNode event) {
    List<String> violations = new ArrayList<>();
    check(document(event.get("type").asText() + ".json"), event, "", violations);
    return violations;
  }

  private void check(JsonNode schema, JsonNode value, String at, List<String> violations) {
    if (schema.has("$ref")) {
      String[] ref = schema.get("$ref").asText().split("#");
      check(document(ref[0]).at(ref[1]), value, at, violations);
    }
    if (schema.has("const") && !schema.get("const").equals(value)) {
      violations.add(at + " const");
    }
    if (schema.has("enum") && !contains(schema.get("enum"), value)) {
      violations.add(at + " enum");
    }
    if (schema.has("type") && !hasType(schema.get("type").asText(), value)) {
      violations.add(at + " type");
    }
    if (schema.has("minimum") && value.asLong() < schema.get("minimum").asLong()) {
      violations.add(at + " minimum");
    }
    if (schema.has("pattern")
        && !Pattern.compile(schema.get("pattern").asText()).matcher(value.asText()).find()) {
      violations.add(at + " pattern");
    }
    if (schema.has("properties")) {
      checkObject(schema, value, at, violations);
    }
  }

  private void checkObject(JsonNode schema, JsonNode value, String at, List<String> violations) {
    schema
        .get("required")
        .forEach(
            name -> {
              if (!value.has(name.asText())) {
                violations.add(at + "/" + name.asText() + " required");
              }
            });
    value
        .properties()
        .forEach(
            field -> {
              JsonNode property = schema.get("properties").path(field.getKey());
              if (property.isMissingNode()) {
                violations.add(at + "/" + field.getKey() + " unknown");
              } else {
                check(property, field.getValue(), at + "/" + field.getKey(), violations);
              }
            });
  }

  private static boolean hasType(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "integer" -> value.isIntegralNumber();
      default -> value.isTextual();
    };
  }

  private static boolean contains(JsonNode all, JsonNode value) {
    for (JsonNode one : all) {
      if (one.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private JsonNode document(String name) {
    return documents.computeIfAbsent(name, SchemaCheck::load);
  }

  private static JsonNode load(String name) {
    String path = "/META-INF/resources/schemas/" + name;
    try (InputStream in = SchemaCheck.class.getResourceAsStream(path)) {
      return ReferenceLedger.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new IllegalStateException(name, unreadable);
    }
  }
}
