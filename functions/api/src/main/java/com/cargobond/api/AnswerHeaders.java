package com.cargobond.api;

import java.util.Map;

/** Headers that say what a client may do with an answer. */
final class AnswerHeaders {

  static final Map<String, String> OF_EVERY_ANSWER = Map.of("X-Content-Type-Options", "nosniff");

  /** Of answers that tell of money or parties. */
  static final Map<String, String> OF_PRIVATE_ANSWERS = Map.of("Cache-Control", "no-store");

  private AnswerHeaders() {}
}
