package com.cargobond.api.frame.request;

import java.util.List;

/** The values of headers, whatever came between the sender and this. */
public final class Headers {

  private Headers() {}

  /**
   * The value as the sender wrote it. Lambda's runtime parts every header at its commas, and joins
   * one that was sent several times by them (RFC 9110, section 5.3): both are one value.
   */
  public static String whole(List<String> values) {
    return String.join(",", values);
  }
}
