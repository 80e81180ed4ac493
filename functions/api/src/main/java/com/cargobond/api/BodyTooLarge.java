package com.cargobond.api;

/** A body over {@link JsonBodies#BYTES_MAX}. */
final class BodyTooLarge extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BodyTooLarge() {
    super("the body must not exceed " + JsonBodies.BYTES_MAX + " bytes");
  }
}
