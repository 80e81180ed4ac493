package com.cargobond.store;

import java.time.LocalDate;

/**
 * A day on which the passing of time matters for something.
 *
 * @param subject the id of the guarantee, shipment or deposit
 */
public record Deadline(LocalDate day, Kind kind, String subject) {

  /** What it matters for. */
  public enum Kind {
    GUARANTEE,
    SHIPMENT,
    DEPOSIT
  }

  private static final String SEPARATOR = "#";

  /** Reads what {@link #toString()} wrote. */
  public static Deadline parse(String text) {
    String[] parts = text.split(SEPARATOR, 3);
    return new Deadline(LocalDate.parse(parts[0]), Kind.valueOf(parts[1]), parts[2]);
  }

  /** The same matter on another day. */
  Deadline on(LocalDate another) {
    return new Deadline(another, kind, subject);
  }

  /** Sorts by day. */
  @Override
  public String toString() {
    return day + SEPARATOR + kind + SEPARATOR + subject;
  }
}
