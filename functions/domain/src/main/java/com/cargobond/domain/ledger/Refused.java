package com.cargobond.domain.ledger;

/** A command that a rule forbids; nothing was changed. */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final RefusalCode code;

  /** The detail names the rule with the values that broke it. */
  public Refused(RefusalCode code, String detail) {
    super(detail);
    this.code = code;
  }

  /** The rule's code. */
  public RefusalCode code() {
    return code;
  }
}
