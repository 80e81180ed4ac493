package com.cargobond.domain.guarantee;

/**
 * What one declaration has taken of a guarantee, in minor units of its currency, each at least 0.
 *
 * @param reserved set aside for duty that is not paid
 * @param openDemands claimed by Customs and not paid by the guarantor
 * @param paidClaims paid by the guarantor
 * @param consumed used up by restores on a guarantee that does not revolve
 */
public record Holding(long reserved, long openDemands, long paidClaims, long consumed) {

  /** Nothing taken. */
  public static final Holding NOTHING = new Holding(0, 0, 0, 0);

  public Holding {
    if (reserved < 0 || openDemands < 0 || paidClaims < 0 || consumed < 0) {
      throw new IllegalStateException("no part of a holding may be negative");
    }
  }

  /** Everything that is not available to others because of this declaration. */
  public long total() {
    return Math.addExact(Math.addExact(reserved, openDemands), Math.addExact(paidClaims, consumed));
  }

  /** What is still open: Customs may yet claim it or the guarantor must yet pay it. */
  public long open() {
    return Math.addExact(reserved, openDemands);
  }
}
