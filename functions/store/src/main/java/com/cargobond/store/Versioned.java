package com.cargobond.store;

import com.cargobond.domain.audit.TrailHead;

/**
 * A value as it was read.
 *
 * @param revision changes with every write; 0 if it was never written
 * @param trail the head of its audit trail; none of what has no trail
 */
public record Versioned<T>(T value, long revision, TrailHead trail) {

  /** Something without an audit trail, or that was never written. */
  public Versioned(T value, long revision) {
    this(value, revision, TrailHead.NONE);
  }
}
