package com.cargobond.local.bank;

/** How reliable a bank is. */
public enum BankProfile {
  /** Every payment settles at once. */
  ALWAYS_SETTLES(0, 0, 0, 0),
  /** Most payments settle; each kind of trouble is met in some hundred payments. */
  MIXED(15, 30, 3, 0),
  /** Trouble is the rule, and lasts longer than anybody wants to try again. */
  WORST(60, 75, 8, 30);

  private final int badAnswersPercent;
  private final int badOutcomesPercent;
  private final int badAttemptsMax;
  private final int toldTwicePercent;

  BankProfile(
      int badAnswersPercent, int badOutcomesPercent, int badAttemptsMax, int toldTwicePercent) {
    this.badAnswersPercent = badAnswersPercent;
    this.badOutcomesPercent = badOutcomesPercent;
    this.badAttemptsMax = badAttemptsMax;
    this.toldTwicePercent = toldTwicePercent;
  }

  /** Of a hundred answers, those that are late, wrong or lost. */
  int badAnswersPercent() {
    return badAnswersPercent;
  }

  /** Of a hundred payments, those that do something else than settle at once. */
  int badOutcomesPercent() {
    return badOutcomesPercent;
  }

  /** Later attempts at the same payment settle at once, so that a run comes to its end. */
  int badAttemptsMax() {
    return badAttemptsMax;
  }

  /** Of a hundred payments, those whose later outcomes are told twice. */
  int toldTwicePercent() {
    return toldTwicePercent;
  }
}
