package com.cargobond.domain.event;

import java.util.List;

/**
 * A decision that officers signed.
 *
 * @param number of the decision
 * @param officers who gave it, as the speaker names them
 */
public record Signature(String number, List<String> officers) {

  /** Copies the list. */
  public Signature {
    officers = List.copyOf(officers);
  }
}
