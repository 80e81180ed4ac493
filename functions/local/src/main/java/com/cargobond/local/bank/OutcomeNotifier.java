package com.cargobond.local.bank;

/** Tells whoever ordered a payment what became of it. */
@FunctionalInterface
public interface OutcomeNotifier {

  /**
   * Tells once.
   *
   * @return whether it was taken; if not, it is told again
   */
  boolean tell(Booking outcome) throws InterruptedException;
}
