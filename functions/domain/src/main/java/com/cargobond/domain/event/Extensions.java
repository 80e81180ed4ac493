package com.cargobond.domain.event;

import com.cargobond.domain.input.FieldReader;
import com.cargobond.domain.input.Text;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Attributes of a CloudEvent that its specification does not name: gateways, brokers and tracing
 * add them on the way. They are kept with the event, and no rule looks at them: the same event with
 * others is the same.
 */
final class Extensions {

  /** How CloudEvents 1.0 names attributes, section "Naming Conventions". */
  private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,20}");

  private static final Set<String> ATTRIBUTES =
      Set.of(
          "specversion",
          "id",
          "source",
          "type",
          "time",
          "subject",
          "datacontenttype",
          "dataschema",
          "data");

  /** Bounds what is stored with each event that means nothing. */
  private static final int COUNT_MAX = 10;

  private static final int TEXT_LENGTH_MAX = 256;

  private Extensions() {}

  /** Reads every attribute that is named as extensions are; one that is null is absent. */
  static Map<String, Object> read(FieldReader in) {
    if (ATTRIBUTES.containsAll(in.unsortedNames())) {
      return Map.of();
    }
    Map<String, Object> extensions = new TreeMap<>();
    for (String name : in.names()) {
      if (!ATTRIBUTES.contains(name) && NAME.matcher(name).matches()) {
        in.optionalScalar(name, Text.free(TEXT_LENGTH_MAX))
            .ifPresent(value -> extensions.put(name, value));
      }
    }
    if (extensions.size() > COUNT_MAX) {
      in.violation(
          extensions.keySet().iterator().next(),
          "is one of more than " + COUNT_MAX + " extension attributes");
    }
    return extensions;
  }
}
