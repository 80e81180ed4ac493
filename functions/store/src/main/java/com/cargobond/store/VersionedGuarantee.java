package com.cargobond.store;

import com.cargobond.domain.audit.TrailHead;
import com.cargobond.domain.guarantee.Guarantee;
import java.util.List;

/**
 * A guarantee as it was read, with the revision of its terms and of each slice, and the heads of
 * their audit trails.
 *
 * <p>A change of terms or status writes every slice too, so that whoever read the earlier terms
 * finds its slice changed and decides again.
 */
public record VersionedGuarantee(
    Guarantee guarantee,
    long termsRevision,
    List<Long> sliceRevisions,
    TrailHead termsTrail,
    List<TrailHead> sliceTrails) {

  public VersionedGuarantee {
    sliceRevisions = List.copyOf(sliceRevisions);
    sliceTrails = List.copyOf(sliceTrails);
  }
}
