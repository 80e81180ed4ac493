package com.cargobond.domain.ledger;

import java.util.Optional;

/** Why something needs a person. Each capability has enums of its own. */
public interface Code {

  /** As it is told and kept. */
  String name();

  /** What happened, as a sentence without a full stop. */
  String meaning();

  /** What happened, where the matter's detail says more of it. */
  default String meaning(Optional<String> detail) {
    return meaning();
  }

  /** What a person can do. */
  String remedy();
}
