package com.cargobond.domain.event;

import com.cargobond.domain.identity.Uscc;
import com.cargobond.domain.input.FieldReader;

/**
 * A type of event: its name on the wire, who says it, and how its data is read. Each capability has
 * an enum of those that it hears first.
 */
public interface EventType {

  /** The constant's name, which stands in the ids of the system's own events. */
  String name();

  /** The CloudEvents {@code type}: who says it, what it says, its version. */
  String wireName();

  /** The fact in an event's data; what breaks a rule is noted with the reader. */
  Fact read(FieldReader data);

  /** The part of the wire name that says who says it. */
  default String family() {
    return familyOf(wireName());
  }

  /** The part of a wire name that says who says it. */
  static String familyOf(String wireName) {
    return wireName.substring(0, wireName.indexOf('.'));
  }

  /** Whether carriers post it. */
  default boolean isCargo() {
    return family().equals("cargo");
  }

  /** Whether Customs posts it. */
  default boolean isCustoms() {
    return family().equals("customs");
  }

  /** Who says it: an operator for itself, or the one party that says all of this family. */
  default String speaker(Uscc operator) {
    return isCargo() ? family() + "/" + operator : family();
  }
}
