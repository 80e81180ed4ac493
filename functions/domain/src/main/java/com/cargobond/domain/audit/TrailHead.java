package com.cargobond.domain.audit;

/**
 * The last entry of a trail; kept with what the trail is about, so that a missing end is seen.
 *
 * @param number how many entries there are
 * @param hash of the last one
 */
public record TrailHead(long number, String hash) {

  /** Of a trail without entries. */
  public static final TrailHead NONE = new TrailHead(0, "");

  /** Reads what {@link #toString()} wrote. */
  public static TrailHead parse(String text) {
    int colon = text.indexOf(':');
    return new TrailHead(Long.parseLong(text.substring(0, colon)), text.substring(colon + 1));
  }

  @Override
  public String toString() {
    return number + ":" + hash;
  }
}
