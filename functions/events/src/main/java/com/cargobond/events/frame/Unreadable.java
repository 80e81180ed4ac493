package com.cargobond.events.frame;

/** A message that no further delivery would make readable. */
public final class Unreadable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** For this reason. */
  public Unreadable(Throwable why) {
    super(why);
  }
}
