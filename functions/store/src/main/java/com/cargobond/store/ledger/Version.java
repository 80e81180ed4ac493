package com.cargobond.store.ledger;

import com.cargobond.domain.audit.TrailHead;

/**
 * The state of an entry as it was read.
 *
 * @param revision changes with every write; 0 if it was never written
 * @param trail the head of its audit trail; none of what has no trail
 */
public record Version(long revision, TrailHead trail) {

  /** Of what was never written. */
  public static final Version NONE = new Version(0, TrailHead.NONE);

  /** The attribute that has the revision. */
  public static final String REVISION = "revision";

  /** The attribute that has the trail's head. */
  public static final String TRAIL = "trail";

  /** As it stands in an item. */
  public static Version of(Item item) {
    return new Version(
        item.number(REVISION), item.findText(TRAIL).map(TrailHead::parse).orElse(TrailHead.NONE));
  }
}
