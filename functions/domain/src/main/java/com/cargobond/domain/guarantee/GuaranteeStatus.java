package com.cargobond.domain.guarantee;

import java.util.Set;

/** The life of a guarantee; an amendment keeps the status. */
public enum GuaranteeStatus {
  /** Being written by the bank. */
  DRAFT,
  /** Signed by the bank. */
  ISSUED,
  /** With Customs, which has not answered. */
  SUBMITTED,
  /** Registered by Customs: cover is effective. */
  ACTIVE,
  /** Not accepted by Customs. */
  REFUSED,
  /** Takes no new reservation for now. */
  SUSPENDED,
  /** Expired or cancelled: restores and claims go on. */
  RUN_OFF,
  /** Released by Customs, or never registered; answers all the same for what arose in its cover. */
  CLOSED;

  /** Whether the status may follow this one. */
  public boolean mayBecome(GuaranteeStatus next) {
    return successors().contains(next);
  }

  /** Whether the guarantor is bound for goods that left on this guarantee. */
  public boolean bindsGuarantor() {
    return this == ACTIVE || this == SUSPENDED || this == RUN_OFF || this == CLOSED;
  }

  private Set<GuaranteeStatus> successors() {
    return switch (this) {
      case DRAFT -> Set.of(ISSUED);
      case ISSUED -> Set.of(SUBMITTED);
      case SUBMITTED -> Set.of(ACTIVE, REFUSED, CLOSED);
      case ACTIVE -> Set.of(SUSPENDED, RUN_OFF);
      case SUSPENDED -> Set.of(ACTIVE, RUN_OFF);
      case RUN_OFF -> Set.of(CLOSED);
      case REFUSED, CLOSED -> Set.of();
    };
  }
}
