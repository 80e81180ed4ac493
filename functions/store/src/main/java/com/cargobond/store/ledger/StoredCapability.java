package com.cargobond.store.ledger;

import com.cargobond.domain.ledger.Capability;
import java.util.List;
import java.util.Optional;

/**
 * A capability with how it is kept.
 *
 * @param codecs of its kinds of subject
 * @param passing how its subjects' deadlines are seen to; empty if its rules say it all
 */
public record StoredCapability(
    Capability capability, List<Codec<?>> codecs, Optional<Passing.Maker> passing) {

  /** Copies the list. */
  public StoredCapability {
    codecs = List.copyOf(codecs);
  }
}
