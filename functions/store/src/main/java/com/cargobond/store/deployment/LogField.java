package com.cargobond.store.deployment;

/** Fields of log lines that a deployment counts lines by. */
public final class LogField {

  /** The type of a notice that was sent. */
  public static final String NOTICE = "notice";

  /** The notice's code, where it has one. */
  public static final String CODE = "code";

  /** Where they stand in a line, as CloudWatch writes it. */
  public static final String SELECTOR_PREFIX = "$.mdc.";

  private LogField() {}
}
