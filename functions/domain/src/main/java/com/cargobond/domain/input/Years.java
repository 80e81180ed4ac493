package com.cargobond.domain.input;

/** The years that are taken for real: a day of another is a slip of who wrote it. */
public final class Years {

  private static final int MIN = 2010;
  private static final int MAX = 2099;

  private Years() {}

  /**
   * Checks a year as it was written.
   *
   * @throws BrokenRule if it is another
   */
  public static void require(int year) {
    if (year < MIN || year > MAX) {
      throw new BrokenRule("must lie between the years " + MIN + " and " + MAX);
    }
  }
}
