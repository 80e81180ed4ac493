package com.cargobond.api.frame.request;

import com.cargobond.domain.input.FieldReader;

/** Why somebody decided as it did, in a body of its own. */
public final class Reason {

  /** In characters. */
  public static final int LENGTH_MAX = 512;

  private Reason() {}

  /** The reason. */
  public static String read(FieldReader in) {
    return in.freeText("reason", LENGTH_MAX);
  }
}
