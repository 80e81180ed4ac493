package com.cargobond.store.deployment;

/** Fields of log lines that a deployment counts lines by. */
public final class LogField {

  /** The type of a notice that was sent. */
  public static final String NOTICE = "notice";

  /** The notice's code, where it has one. */
  public static final String CODE = "code";

  /** The rail of a payment. */
  public static final String RAIL = "rail";

  /** For how many seconds the oldest payment of a rail has been pending. */
  public static final String OLDEST_PENDING_SECONDS = "oldestPendingSeconds";

  /** Where they stand in a line, as CloudWatch writes it. */
  public static final String SELECTOR_PREFIX = "$.mdc.";

  private LogField() {}
}
