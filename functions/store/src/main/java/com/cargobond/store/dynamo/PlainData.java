package com.cargobond.store.dynamo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Decoded JSON as an attribute and back: maps, lists, strings, whole numbers and booleans. */
final class PlainData {

  private PlainData() {}

  static AttributeValue attribute(Object value) {
    return switch (value) {
      case null -> AttributeValue.fromNul(true);
      case String text -> AttributeValue.fromS(text);
      case Boolean flag -> AttributeValue.fromBool(flag);
      case Integer number -> AttributeValue.fromN(number.toString());
      case Long number -> AttributeValue.fromN(number.toString());
      case List<?> items -> AttributeValue.fromL(items.stream().map(PlainData::attribute).toList());
      case Map<?, ?> fields -> {
        Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        fields.forEach((name, field) -> attributes.put((String) name, attribute(field)));
        yield AttributeValue.fromM(attributes);
      }
      default ->
          throw new IllegalArgumentException("no event holds a " + value.getClass().getName());
    };
  }

  static Object value(AttributeValue attribute) {
    return switch (attribute.type()) {
      case S -> attribute.s();
      case BOOL -> attribute.bool();
      case N -> number(attribute.n());
      case L -> {
        List<Object> items = new ArrayList<>();
        attribute.l().forEach(item -> items.add(value(item)));
        yield items;
      }
      case M -> fields(attribute);
      case NUL -> null;
      default -> throw new IllegalStateException("no event holds a " + attribute.type());
    };
  }

  static Map<String, Object> fields(AttributeValue attribute) {
    Map<String, Object> fields = new LinkedHashMap<>();
    attribute.m().forEach((name, field) -> fields.put(name, value(field)));
    return fields;
  }

  private static Object number(String digits) {
    long number = Long.parseLong(digits);
    // The same type that a JSON parser gives, so that equal content stays equal.
    return number == (int) number ? (Object) (int) number : (Object) number;
  }
}
