package com.cargobond.local.sample;

/** The day that the sample plays: when, where and whose it is. */
public final class SampleDay {

  /** The seed of what is bundled. */
  public static final long SEED = 20261102;

  /** The express operator: principal of the guarantees, and payer of the deposits. */
  public static final String USCC = "91310115MA1AB2C343";

  /** The district of Customs. */
  public static final String DISTRICT = "2233";

  /** The day in China. */
  public static final String DATE = "2026-11-02";

  /** Fifteen days after the declarations are completed. */
  public static final String DUE_DATE = "2026-11-17";

  private SampleDay() {}
}
