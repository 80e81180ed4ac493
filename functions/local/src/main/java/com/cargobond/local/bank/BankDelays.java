package com.cargobond.local.bank;

import java.time.Duration;

/**
 * How long the bank takes.
 *
 * @param slowAnswer until a slow answer comes
 * @param outcome from an answer, or an outcome, to the outcome that comes after it
 * @param retelling until an outcome is told again that was not taken
 */
public record BankDelays(Duration slowAnswer, Duration outcome, Duration retelling) {

  /** As long as somebody who watches has patience for. */
  public static final BankDelays USUAL =
      new BankDelays(Duration.ofSeconds(3), Duration.ofSeconds(2), Duration.ofSeconds(1));

  /** Brief, where thousands of payments wait. */
  public static final BankDelays BRIEF =
      new BankDelays(Duration.ofMillis(300), Duration.ofMillis(500), Duration.ofMillis(200));

  /** Everything at once. */
  public static final BankDelays NONE = new BankDelays(Duration.ZERO, Duration.ZERO, Duration.ZERO);
}
