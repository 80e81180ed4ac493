package com.cargobond.api.frame.answer;

/** A body that holds more than is read. */
public final class BodyTooLarge extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Over this many bytes. */
  public BodyTooLarge(int bytesMax) {
    super("the body must not exceed " + bytesMax + " bytes");
  }
}
