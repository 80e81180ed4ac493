package com.cargobond.local.cli;

import java.net.UnknownHostException;

/** What a person can act on in a failure, such as a port that is taken. */
public final class RootCause {

  private RootCause() {}

  /** Why it failed in the end, in one line. */
  public static String message(Throwable failure) {
    if (failure.getCause() != null) {
      return message(failure.getCause());
    }
    if (failure instanceof UnknownHostException unknown) {
      return "there is no host " + unknown.getMessage();
    }
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }
}
