package com.cargobond.store.ledger;

import java.util.List;

/** What became of a change. */
public sealed interface CommitResult {

  /** All of it is written. */
  record Committed() implements CommitResult {}

  /** Nothing is written: somebody else wrote what was read. Read and decide again. */
  record Conflicted() implements CommitResult {}

  /** Nothing is written: these identifiers are taken. */
  record Taken(List<Claim> claims) implements CommitResult {}
}
