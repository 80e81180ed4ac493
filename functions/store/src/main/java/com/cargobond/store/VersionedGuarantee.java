package com.cargobond.store;

import com.cargobond.domain.guarantee.Guarantee;
import java.util.List;

/**
 * A guarantee as it was read, with the revision of its terms and of each slice.
 *
 * <p>A change of terms or status writes every slice too, so that whoever read the earlier terms
 * finds its slice changed and decides again.
 */
public record VersionedGuarantee(
    Guarantee guarantee, long termsRevision, List<Long> sliceRevisions) {

  public VersionedGuarantee {
    sliceRevisions = List.copyOf(sliceRevisions);
  }
}
