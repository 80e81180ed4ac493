package com.cargobond.local.sample;

/** The sample cannot go on; the message says why in one line. */
public final class SampleFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SampleFailure(String message) {
    super(message);
  }
}
