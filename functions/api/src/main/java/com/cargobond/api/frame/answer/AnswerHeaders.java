package com.cargobond.api.frame.answer;

import java.util.Map;

/** Headers that say what a client may do with an answer. */
public final class AnswerHeaders {

  /** Of whatever is answered. */
  public static final Map<String, String> OF_EVERY_ANSWER =
      Map.of("X-Content-Type-Options", "nosniff");

  /** Of answers that tell of money or parties. */
  public static final Map<String, String> OF_PRIVATE_ANSWERS = Map.of("Cache-Control", "no-store");

  private AnswerHeaders() {}
}
