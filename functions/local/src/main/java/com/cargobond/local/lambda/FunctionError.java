package com.cargobond.local.lambda;

/** A function answered with an error, or its process ended before it answered. */
public final class FunctionError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The message is what the function said. */
  public FunctionError(String message) {
    super(message);
  }
}
