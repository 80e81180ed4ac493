package com.cargobond.local.it;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON objects under construction; each change is a copy. */
final class Fields {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Fields() {}

  static Map<String, Object> money(String amount) {
    return money(amount, "CNY");
  }

  static Map<String, Object> money(String amount, String currency) {
    return of("amount", amount, "currency", currency);
  }

  /** Names and values in turn. */
  static Map<String, Object> of(Object... namesAndValues) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return fields;
  }

  /** The object with another value at a path such as {@code data.duty.amount}. */
  static Map<String, Object> with(Map<String, Object> fields, String path, Object value) {
    Map<String, Object> copy = new LinkedHashMap<>(fields);
    int dot = path.indexOf('.');
    if (dot < 0) {
      copy.put(path, value);
    } else {
      copy.compute(
          path.substring(0, dot),
          (name, inner) -> with(object(inner), path.substring(dot + 1), value));
    }
    return copy;
  }

  /** The object without the field at a path. */
  static Map<String, Object> without(Map<String, Object> fields, String path) {
    Map<String, Object> copy = new LinkedHashMap<>(fields);
    int dot = path.indexOf('.');
    if (dot < 0) {
      copy.remove(path);
    } else {
      copy.compute(
          path.substring(0, dot), (name, inner) -> without(object(inner), path.substring(dot + 1)));
    }
    return copy;
  }

  /** The same fields, the last first, at every depth. */
  static Map<String, Object> reversed(Map<String, Object> fields) {
    LinkedHashMap<String, Object> reversed = new LinkedHashMap<>();
    fields.forEach(
        (name, value) ->
            reversed.putFirst(name, value instanceof Map<?, ?> ? reversed(object(value)) : value));
    return reversed;
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Object value) {
    return (Map<String, Object>) value;
  }
}
