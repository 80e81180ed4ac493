package com.cargobond.domain.deposit;

import com.cargobond.domain.payment.Approval;
import java.time.Instant;
import java.util.Optional;

/**
 * What Customs decided about a deposit under one approval number, and what became of it.
 *
 * @param at when Customs decided
 * @param refusal the rule that it broke, if it was refused
 */
public record Decision(
    Kind kind, Approval approval, Instant at, Standing standing, Optional<String> refusal) {

  /** The two ways a deposit ends; both may apply to one. */
  public enum Kind {
    REFUND,
    CONVERSION
  }

  /** What became of it. */
  public enum Standing {
    APPLIED,
    /** Customs has not said that it took the deposit. */
    WAITING,
    /** Customs has told two contents under its number: nothing is done until it confirms one. */
    CONTRADICTED,
    /** It broke a rule and moved nothing. */
    REFUSED
  }
}
