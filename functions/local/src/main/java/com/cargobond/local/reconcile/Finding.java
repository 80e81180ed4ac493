package com.cargobond.local.reconcile;

/**
 * What a person must know of a statement besides how it compares with the ledger.
 *
 * @param line where it begins in the file
 */
public record Finding(Kind kind, int line, String what) {

  /** What is the matter, in the report's words. */
  public enum Kind {
    /** The message says one thing here and another there. */
    CONTRADICTION("contradiction", true),
    /** A part of an entry that is not understood; the entry is compared as far as it is. */
    UNREADABLE("cannot be read", true),
    /** Booked on a day that the statement does not reach to. */
    OUTSIDE_PERIOD("outside the period", true),
    /** The bank took money for itself, of which the ledger knows nothing. */
    CHARGE("charge", true),
    /** Announced by the bank, not booked: it moved no money. */
    NOT_BOOKED("not booked", false),
    /** The message names charges that did not change what was booked. */
    CHARGE_ELSEWHERE("charge not booked here", false),
    /** The message lacks what a check needs. */
    NOT_CHECKED("not checked", false);

    private final String words;
    private final boolean isWrong;

    Kind(String words, boolean isWrong) {
      this.words = words;
      this.isWrong = isWrong;
    }

    String words() {
      return words;
    }
  }

  /** Whether bank and ledger cannot be said to agree as long as nobody saw to it. */
  boolean isWrong() {
    return kind.isWrong;
  }
}
