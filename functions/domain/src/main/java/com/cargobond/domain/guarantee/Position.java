package com.cargobond.domain.guarantee;

/**
 * Where a limit, or a slice of one, stands; minor units of the guarantee's currency.
 *
 * <p>Invariant: no component is negative, and {@code limit − paidClaims + reinstated = available +
 * reserved + openDemands + consumed} after every movement. Only {@link #available} may be negative.
 * A sum that does not fit is an {@link ArithmeticException}, never another amount.
 *
 * @param limit the face amount (of a slice: its present share)
 * @param reinstated what an amendment made available again after paid claims
 */
public record Position(
    long limit, long reserved, long openDemands, long paidClaims, long reinstated, long consumed) {

  public Position {
    if (limit < 0
        || reserved < 0
        || openDemands < 0
        || paidClaims < 0
        || reinstated < 0
        || consumed < 0) {
      throw new IllegalStateException(
          "no component of a position may be negative: limit %d reserved %d demands %d claims %d reinstated %d consumed %d"
              .formatted(limit, reserved, openDemands, paidClaims, reinstated, consumed));
    }
  }

  /** A limit of which nothing is taken. */
  public static Position of(long limit) {
    return new Position(limit, 0, 0, 0, 0, 0);
  }

  /** {@code limit − paidClaims + reinstated}. */
  public long effectiveLimit() {
    return Math.addExact(Math.subtractExact(limit, paidClaims), reinstated);
  }

  /** What can still be reserved; negative when the guarantee is over-committed. */
  public long available() {
    return Math.subtractExact(
        Math.subtractExact(Math.subtractExact(effectiveLimit(), reserved), openDemands), consumed);
  }

  /** Whether more is taken than the limit allows; no new reservation is then accepted. */
  public boolean overCommitted() {
    return available() < 0;
  }

  /** Whether Customs may yet claim something. */
  public boolean hasOpenItems() {
    return reserved > 0 || openDemands > 0;
  }

  /**
   * Replaces what one declaration holds by what it must hold now. Where a claim was not paid after
   * all, what is reinstated beyond the claims that stay is taken back: the limit never exceeds the
   * face amount.
   */
  public Position moved(Holding from, Holding to) {
    long claims = replaced(paidClaims, from.paidClaims(), to.paidClaims());
    return new Position(
        limit,
        replaced(reserved, from.reserved(), to.reserved()),
        replaced(openDemands, from.openDemands(), to.openDemands()),
        claims,
        Math.min(reinstated, Math.max(0, claims)),
        replaced(consumed, from.consumed(), to.consumed()));
  }

  private static long replaced(long sum, long from, long to) {
    return Math.addExact(Math.subtractExact(sum, from), to);
  }

  Position withLimitChangedBy(long difference) {
    return new Position(
        Math.addExact(limit, difference), reserved, openDemands, paidClaims, reinstated, consumed);
  }

  Position withReinstated(long amount) {
    return new Position(
        limit, reserved, openDemands, paidClaims, Math.addExact(reinstated, amount), consumed);
  }

  /** The position of both together. */
  public Position plus(Position other) {
    return new Position(
        Math.addExact(limit, other.limit),
        Math.addExact(reserved, other.reserved),
        Math.addExact(openDemands, other.openDemands),
        Math.addExact(paidClaims, other.paidClaims),
        Math.addExact(reinstated, other.reinstated),
        Math.addExact(consumed, other.consumed));
  }
}
