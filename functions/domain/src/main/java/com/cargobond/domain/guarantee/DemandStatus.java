package com.cargobond.domain.guarantee;

/** The process of one demand on the guarantor. */
public enum DemandStatus {
  RECEIVED,
  EXAMINING,
  COMPLYING,
  REJECTED,
  PAID,
  REIMBURSED,
  WITHDRAWN;

  /** Whether the guarantor may yet have to pay. */
  public boolean isOpen() {
    return this == RECEIVED || this == EXAMINING || this == COMPLYING;
  }

  /** Whether the guarantor has paid. */
  public boolean isPaid() {
    return this == PAID || this == REIMBURSED;
  }

  /** Whether the bank may still decide to comply or to reject. */
  public boolean awaitsDecision() {
    return this == RECEIVED || this == EXAMINING;
  }
}
