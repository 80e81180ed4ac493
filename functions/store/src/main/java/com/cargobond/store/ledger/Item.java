package com.cargobond.store.ledger;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An item as plain data: names with texts, whole numbers, flags, lists and maps of such. What is
 * absent has no name.
 */
public record Item(Map<String, Object> attributes) {

  /** Keeps the map as it is: nobody changes it. */
  public Item {
    attributes = attributes instanceof Kept ? attributes : Collections.unmodifiableMap(attributes);
  }

  /** Begins the attributes of an item. */
  public static Attributes begin() {
    return new Attributes();
  }

  /** Begins with these attributes. */
  static Attributes begin(Map<String, Object> attributes) {
    Attributes begun = new Attributes();
    begun.values.putAll(attributes);
    return begun;
  }

  /** A text that every such item has. */
  public String text(String name) {
    return (String) required(name);
  }

  /** A text, if it is there. */
  public Optional<String> findText(String name) {
    return Optional.ofNullable((String) attributes.get(name));
  }

  /** A whole number that every such item has. */
  public long number(String name) {
    return ((Number) required(name)).longValue();
  }

  /** A whole number of a few digits that every such item has. */
  public int count(String name) {
    return Math.toIntExact(number(name));
  }

  /** A whole number of a few digits, if it is there. */
  public Optional<Integer> findCount(String name) {
    return has(name) ? Optional.of(count(name)) : Optional.empty();
  }

  /** A flag; false if it is absent. */
  public boolean flag(String name) {
    return Boolean.TRUE.equals(attributes.get(name));
  }

  /** A map that every such item has. */
  @SuppressWarnings("unchecked")
  public Map<String, Object> fields(String name) {
    return (Map<String, Object>) required(name);
  }

  /** A map as an item of its own, if it is there. */
  public Optional<Item> find(String name) {
    return has(name) ? Optional.of(new Item(fields(name))) : Optional.empty();
  }

  /** The maps of a list that every such item has, each as an item of its own. */
  public List<Item> items(String name) {
    return fieldLists(name).stream().map(Item::new).toList();
  }

  /** The maps of a list that every such item has, as they are. */
  @SuppressWarnings("unchecked")
  public List<Map<String, Object>> fieldLists(String name) {
    return (List<Map<String, Object>>) required(name);
  }

  /** The texts of a list that every such item has. */
  @SuppressWarnings("unchecked")
  public List<String> texts(String name) {
    return (List<String>) required(name);
  }

  /** Whether there is such an attribute. */
  public boolean has(String name) {
    return attributes.containsKey(name);
  }

  private Object required(String name) {
    Object value = attributes.get(name);
    if (value == null) {
      throw new IllegalStateException("an item without " + name);
    }
    return value;
  }

  /** Attributes in the making. */
  public static final class Attributes {

    private final Map<String, Object> values = new LinkedHashMap<>();

    private Attributes() {}

    /** With a value, which is a text, whole number, flag, list or map. */
    public Attributes with(String name, Object value) {
      values.put(name, value);
      return this;
    }

    /** With a value, if there is one. */
    public Attributes with(String name, Optional<?> value) {
      value.ifPresent(present -> values.put(name, present));
      return this;
    }

    /** All of them. */
    public Map<String, Object> toMap() {
      return values;
    }
  }
}
