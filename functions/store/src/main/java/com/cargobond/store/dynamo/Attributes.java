package com.cargobond.store.dynamo;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/** The values of an item while it is being read: what every row's schema builds from. */
final class Attributes {

  private final Map<String, Object> values = new HashMap<>();

  @SuppressWarnings("unchecked")
  <T> T get(String name) {
    T value = (T) values.get(name);
    if (value == null) {
      throw new IllegalStateException("an item without " + name);
    }
    return value;
  }

  @SuppressWarnings("unchecked")
  <T> Optional<T> find(String name) {
    return Optional.ofNullable((T) values.get(name));
  }

  /** Declares one attribute that is read into and written from a row. */
  static <R, T> void declare(
      StaticImmutableTableSchema.Builder<R, Attributes> schema,
      Class<T> type,
      String name,
      Function<R, T> getter) {
    schema.addAttribute(
        type,
        attribute ->
            attribute
                .name(name)
                .getter(getter)
                .setter((attributes, value) -> attributes.values.put(name, value)));
  }

  /** Sets one attribute while an item is read. */
  void set(String name, Object value) {
    values.put(name, value);
  }
}
