package com.cargobond.api;

import com.cargobond.domain.input.FieldReader;

/** Why somebody decided as it did, in a body of its own. */
final class Reason {

  static final int LENGTH_MAX = 512;

  private Reason() {}

  static String read(FieldReader in) {
    return in.freeText("reason", LENGTH_MAX);
  }
}
