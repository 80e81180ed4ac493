package com.cargobond.domain.identity;

/**
 * The unique end-to-end reference of one payment attempt: a random UUID (RFC 9562, version 4).
 *
 * @param value a UUID in lower case such as {@code b94458f8-1f27-40e9-bf74-b07cbb339439}
 */
public record Uetr(String value) {

  private static final Format FORMAT =
      Format.of(
          "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}",
          "must be a version 4 UUID in lower case, such as b94458f8-1f27-40e9-bf74-b07cbb339439");

  /**
   * Checks the value.
   *
   * @throws com.cargobond.domain.input.BrokenRule if it has another form
   */
  public Uetr {
    FORMAT.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
