package com.cargobond.store;

import com.cargobond.domain.audit.TrailHead;

/**
 * A value as it was read.
 *
 * @param revision changes with every write; 0 if it was never written
 * @param trail the head of its audit trail; none of what has no trail
 * @param isOfEarlierRules whether it was written by rules under which less followed from it: what
 *     is listed of it is not all that follows from it now
 */
public record Versioned<T>(T value, long revision, TrailHead trail, boolean isOfEarlierRules) {

  /** Something that was written by today's rules. */
  public Versioned(T value, long revision, TrailHead trail) {
    this(value, revision, trail, false);
  }

  /** Something without an audit trail, or that was never written. */
  public Versioned(T value, long revision) {
    this(value, revision, TrailHead.NONE);
  }
}
