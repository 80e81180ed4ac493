package com.cargobond.domain.event;

import java.util.Optional;

/** What an event says. Each capability seals the facts that it hears first. */
public interface Fact {

  /** The signature under it, if it is a decision of officers: the trail names them. */
  default Optional<Signature> signature() {
    return Optional.empty();
  }
}
