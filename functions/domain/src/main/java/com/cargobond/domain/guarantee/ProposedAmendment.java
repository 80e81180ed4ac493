package com.cargobond.domain.guarantee;

import java.util.Optional;

/**
 * An amendment that takes something from the beneficiary: it changes nothing until Customs accepts
 * it, because an undertaking that is accepted is not the bank's alone to narrow.
 *
 * @param version the number under which Customs answers
 * @param rejection why Customs did not accept it; empty while it has not answered
 */
public record ProposedAmendment(int version, Amendment amendment, Optional<String> rejection) {

  /** Whether Customs has still to answer. */
  public boolean isOpen() {
    return rejection.isEmpty();
  }

  ProposedAmendment rejected(String reason) {
    return new ProposedAmendment(version, amendment, Optional.of(reason));
  }
}
