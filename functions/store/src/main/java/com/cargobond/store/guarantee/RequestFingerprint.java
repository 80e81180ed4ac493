package com.cargobond.store.guarantee;

/**
 * Tells a request that is repeated from another.
 *
 * @param value of what it means, however it is spelled
 * @param earlier as earlier versions made it, of how it is spelled: what was issued then is
 *     answered again
 */
public record RequestFingerprint(String value, String earlier) {

  /** Of a request that earlier versions did not tell from others. */
  public static RequestFingerprint of(String value) {
    return new RequestFingerprint(value, value);
  }

  boolean isOf(IssuedGuarantee issued) {
    return issued.requestFingerprint().equals(value) || issued.requestFingerprint().equals(earlier);
  }
}
