package com.cargobond.events;

/** A message that no further delivery would make readable. */
final class Unreadable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Unreadable(Throwable why) {
    super(why);
  }
}
