package com.cargobond.store;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.Headroom;
import com.cargobond.domain.guarantee.Position;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.ledger.Notice;
import com.cargobond.domain.shipment.Shipment;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What one transaction writes, all or nothing: each part on condition that what was read still
 * stands and that what is claimed is free.
 *
 * @param bearers the shipments on which declarations were filed, where there are more
 * @param claims identifiers that must not be taken
 * @param opened what was set aside for a person; what shipments and deposits need one for follows
 *     from them
 * @param settled what a person has seen to
 * @param rechecked a piece of what was refused that was asked again
 * @param passed deadlines that were seen to
 * @param awaited deadlines that must stand, besides those that follow from what changes
 * @param cause why; what is kept for a time is kept from its time
 * @param ownCauses why a subject of an audit trail changed, where it is not for the whole cause
 */
public record LedgerChange(
    List<GuaranteeChange> guarantees,
    List<ShipmentChange> shipments,
    List<DepositChange> deposits,
    List<BearersChange> bearers,
    List<Claim> claims,
    List<Notice> notices,
    List<OpenException> opened,
    Optional<SettledException> settled,
    Optional<OperatorChange> operator,
    Optional<Rechecked> rechecked,
    List<Deadline> passed,
    List<Deadline> awaited,
    Cause cause,
    Map<String, Cause> ownCauses) {

  public LedgerChange {
    guarantees = List.copyOf(guarantees);
    shipments = List.copyOf(shipments);
    deposits = List.copyOf(deposits);
    bearers = List.copyOf(bearers);
    claims = List.copyOf(claims);
    notices = List.copyOf(notices);
    opened = List.copyOf(opened);
    passed = List.copyOf(passed);
    awaited = List.copyOf(awaited);
    ownCauses = Map.copyOf(ownCauses);
  }

  /** Begins a change of nothing yet. */
  static Builder because(Cause cause) {
    return new Builder(cause);
  }

  /** When the cause came about. */
  public Instant at() {
    return cause.at();
  }

  /** Why the subject of a trail changed. */
  Cause causeOf(String trailSubject) {
    return ownCauses.getOrDefault(trailSubject, cause);
  }

  /**
   * What a change that writes too many slices for one transaction can let go ahead in one of its
   * own: the headroom that moves in one of its guarantees, where that is among most slices.
   */
  Optional<LedgerChange> headroomAhead(Cause why) {
    return guarantees.stream()
        .flatMap(guarantee -> guarantee.headroomAhead().stream())
        .max(Comparator.comparingLong(GuaranteeChange::changedSlices))
        .map(ahead -> because(why).guarantees(List.of(ahead)).build());
  }

  /** A guarantee after the change; {@code before} is empty if it is new. */
  public record GuaranteeChange(Optional<VersionedGuarantee> before, Guarantee after) {

    /** More slices than these and their entries do not fit into one transaction. */
    static final int SLICE_ENTRIES_MAX = 30;

    /** Whether more than positions changed, so that every slice must be written. */
    public boolean changesTerms() {
      return before.isEmpty()
          || !withoutSlices(before.get().guarantee()).equals(withoutSlices(after));
    }

    /** Whether the guarantee's own trail tells of it, and a slice's only of what it holds. */
    boolean isOfTheWhole() {
      return restsOnEverySlice() || changedSlices() > SLICE_ENTRIES_MAX;
    }

    /** Whether the slice must be written. */
    public boolean changesSlice(int index) {
      return restsOnEverySlice() || !sliceBefore(index).equals(after.slices().get(index));
    }

    /** Whether siblings are written though they stay, so that nobody else writes them meanwhile. */
    private boolean restsOnEverySlice() {
      return changesTerms() || Headroom.runsOut(before.orElseThrow().guarantee(), after);
    }

    /** Whether every slice must be written, and so none of them may have been written by others. */
    boolean changesEverySlice() {
      return changedSlices() == after.slices().size();
    }

    /** Whether more of the slice changed than its share of the limit. */
    boolean changesWhatSliceHolds(int index) {
      Position then = sliceBefore(index);
      Position now = after.slices().get(index);
      return then.reserved() != now.reserved()
          || then.openDemands() != now.openDemands()
          || then.paidClaims() != now.paidClaims()
          || then.consumed() != now.consumed();
    }

    /** The same without what is held: only the headroom that it needs, if that can go ahead. */
    private Optional<GuaranteeChange> headroomAhead() {
      return before
          .flatMap(read -> Headroom.movedAhead(read.guarantee(), after))
          .map(moved -> new GuaranteeChange(before, moved));
    }

    private long changedSlices() {
      return IntStream.range(0, after.slices().size()).filter(this::changesSlice).count();
    }

    private Position sliceBefore(int index) {
      return before.orElseThrow().guarantee().slices().get(index);
    }

    private static Guarantee withoutSlices(Guarantee guarantee) {
      return guarantee.with(List.of());
    }
  }

  /** A shipment before and after the change. */
  public record ShipmentChange(Versioned<Shipment> before, Shipment after) {

    /** That of which all that follows is listed: nothing of what was written by earlier rules. */
    Shipment listedBefore() {
      Shipment read = before.value();
      return before.isOfEarlierRules() ? Shipment.unknown(read.id()) : read;
    }
  }

  /** A deposit before and after the change. */
  public record DepositChange(Versioned<Deposit> before, Deposit after) {}

  /** The shipments on which a declaration was filed, before and after the change. */
  public record BearersChange(
      DeclarationNo declaration, Set<ShipmentId> before, Set<ShipmentId> after) {

    /** Copies the sets. */
    public BearersChange {
      before = Set.copyOf(before);
      after = Set.copyOf(after);
    }
  }

  /** An operator's profile before and after the change. */
  public record OperatorChange(Versioned<OperatorProfile> before, OperatorProfile after) {}

  /** A recheck as it was read, and as it goes on; empty where it has come to its end. */
  public record Rechecked(Recheck read, Optional<Recheck> next) {}

  /** Collects what is written together. */
  static final class Builder {

    private final Cause cause;
    private List<GuaranteeChange> guarantees = List.of();
    private List<ShipmentChange> shipments = List.of();
    private List<DepositChange> deposits = List.of();
    private List<BearersChange> bearers = List.of();
    private List<Claim> claims = List.of();
    private List<Notice> notices = List.of();
    private List<OpenException> opened = List.of();
    private Optional<SettledException> settled = Optional.empty();
    private Optional<OperatorChange> operator = Optional.empty();
    private Optional<Rechecked> rechecked = Optional.empty();
    private List<Deadline> passed = List.of();
    private List<Deadline> awaited = List.of();
    private Map<String, Cause> ownCauses = Map.of();

    private Builder(Cause cause) {
      this.cause = cause;
    }

    Builder guarantees(List<GuaranteeChange> changes) {
      guarantees = changes;
      return this;
    }

    Builder shipments(List<ShipmentChange> changes) {
      shipments = changes;
      return this;
    }

    Builder deposits(List<DepositChange> changes) {
      deposits = changes;
      return this;
    }

    Builder bearers(List<BearersChange> changes) {
      bearers = changes;
      return this;
    }

    Builder claiming(List<? extends Claim> identifiers) {
      claims = List.copyOf(identifiers);
      return this;
    }

    Builder telling(List<Notice> others) {
      notices = others;
      return this;
    }

    Builder opening(List<OpenException> exceptions) {
      opened = exceptions;
      return this;
    }

    Builder settling(SettledException exception) {
      settled = Optional.of(exception);
      return this;
    }

    Builder operator(OperatorChange change) {
      operator = Optional.of(change);
      return this;
    }

    Builder rechecking(Rechecked step) {
      rechecked = Optional.of(step);
      return this;
    }

    Builder passing(Deadline deadline) {
      passed = List.of(deadline);
      return this;
    }

    Builder awaiting(List<Deadline> deadlines) {
      awaited = deadlines;
      return this;
    }

    Builder causedBy(Map<String, Cause> causesBySubject) {
      ownCauses = causesBySubject;
      return this;
    }

    LedgerChange build() {
      return new LedgerChange(
          guarantees,
          shipments,
          deposits,
          bearers,
          claims,
          notices,
          opened,
          settled,
          operator,
          rechecked,
          passed,
          awaited,
          cause,
          ownCauses);
    }
  }
}
