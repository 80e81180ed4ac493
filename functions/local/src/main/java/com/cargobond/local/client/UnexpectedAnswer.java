package com.cargobond.local.client;

/** The API answered what its caller cannot go on with; the message says what in one line. */
public final class UnexpectedAnswer extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnexpectedAnswer(String message) {
    super(message);
  }
}
