package com.cargobond.local.sample;

/** The sample cannot go on; the message says why in one line. */
final class SampleFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SampleFailure(String message) {
    super(message);
  }
}
