package com.cargobond.events.frame;

import com.cargobond.domain.input.BrokenRule;

/**
 * What a caller of a function is told of a failure: a name of ours and what is wrong with the
 * question. What went wrong inside is in the function's log.
 */
public record FunctionFault(String type, String message) {

  private static final String INVALID = "InvalidInput";

  private static final FunctionFault UNREADABLE =
      new FunctionFault(INVALID, "the payload is not the JSON that this function reads");

  private static final FunctionFault INTERNAL =
      new FunctionFault("InternalError", "unexpected error; the function's log says more");

  /** Where exceptions of the library are that reads a payload before a function sees it. */
  private static final String READER = "com.fasterxml.jackson.";

  /**
   * Of what the runtime would tell.
   *
   * @param type the class of what was thrown
   * @param message its message: where a function threw, the class and the message of its exception
   */
  public static FunctionFault of(String type, String message) {
    String rule = BrokenRule.class.getName() + ": ";
    if (message != null && message.startsWith(rule)) {
      return new FunctionFault(INVALID, message.substring(rule.length()));
    }
    return type != null && type.startsWith(READER) ? UNREADABLE : INTERNAL;
  }
}
