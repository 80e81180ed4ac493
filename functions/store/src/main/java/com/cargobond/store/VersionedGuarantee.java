package com.cargobond.store;

import com.cargobond.domain.audit.TrailHead;
import com.cargobond.domain.guarantee.Guarantee;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A guarantee as it was read, with the revision of its terms and of each slice, and the heads of
 * their audit trails.
 *
 * <p>A change of terms or status writes every slice too, so that whoever read the earlier terms
 * finds its slice changed and decides again.
 *
 * @param announced until when others let a command on the whole guarantee go first
 */
public record VersionedGuarantee(
    Guarantee guarantee,
    long termsRevision,
    List<Long> sliceRevisions,
    TrailHead termsTrail,
    List<TrailHead> sliceTrails,
    Optional<Instant> announced) {

  public VersionedGuarantee {
    sliceRevisions = List.copyOf(sliceRevisions);
    sliceTrails = List.copyOf(sliceTrails);
  }

  /** Whether it has slices that others may write one by one while they are read. */
  boolean isCut() {
    return sliceRevisions.size() > 1;
  }

  /** What is the same as long as nobody writes the guarantee. */
  List<Long> revisions() {
    return Stream.concat(Stream.of(termsRevision), sliceRevisions.stream()).toList();
  }

  /** Whether others let a command on the whole guarantee go first. */
  boolean isAnnouncedAt(Instant now) {
    return announced.filter(now::isBefore).isPresent();
  }
}
