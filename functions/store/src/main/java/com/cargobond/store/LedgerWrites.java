package com.cargobond.store;

import com.cargobond.domain.audit.Snapshot;
import com.cargobond.domain.audit.TrailEntry;
import com.cargobond.domain.audit.TrailHead;
import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.deposit.Refund;
import com.cargobond.domain.deposit.RefundId;
import com.cargobond.domain.guarantee.Demand;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.Position;
import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.domain.shipment.Cover.Hold;
import com.cargobond.domain.shipment.Shipment;
import com.cargobond.store.Claim.RefundOf;
import com.cargobond.store.LedgerChange.DepositChange;
import com.cargobond.store.LedgerChange.GuaranteeChange;
import com.cargobond.store.LedgerChange.ShipmentChange;
import com.cargobond.store.Write.BearersWrite;
import com.cargobond.store.Write.ClaimWrite;
import com.cargobond.store.Write.ContentGone;
import com.cargobond.store.Write.DeadlineGone;
import com.cargobond.store.Write.DeadlineSet;
import com.cargobond.store.Write.DemandGone;
import com.cargobond.store.Write.DemandWrite;
import com.cargobond.store.Write.DepositWrite;
import com.cargobond.store.Write.ExceptionCounted;
import com.cargobond.store.Write.ExceptionRaised;
import com.cargobond.store.Write.ExceptionSettled;
import com.cargobond.store.Write.GuaranteeListed;
import com.cargobond.store.Write.HoldClosed;
import com.cargobond.store.Write.HoldOpened;
import com.cargobond.store.Write.NoticeWrite;
import com.cargobond.store.Write.OperatorWrite;
import com.cargobond.store.Write.RecheckMoved;
import com.cargobond.store.Write.RecheckOpened;
import com.cargobond.store.Write.RefundClosed;
import com.cargobond.store.Write.RefundOpened;
import com.cargobond.store.Write.RefusalClosed;
import com.cargobond.store.Write.RefusalOpened;
import com.cargobond.store.Write.ResendWrite;
import com.cargobond.store.Write.ShipmentWrite;
import com.cargobond.store.Write.SliceWrite;
import com.cargobond.store.Write.TermsWrite;
import com.cargobond.store.Write.TrailWrite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Breaks a change down into the items that a transaction writes, the same for every ledger. */
public final class LedgerWrites {

  /** DynamoDB's bound on the items of one transaction. */
  public static final int ITEMS_MAX = 100;

  private LedgerWrites() {}

  /**
   * The items that are written, each at most once.
   *
   * @param ledger what it is written to; asked only where an exception comes up or changes
   * @throws ChangeTooLarge if they are more than one transaction holds
   */
  public static List<Write> of(LedgerChange change, Ledger ledger) {
    List<Write> writes = new ArrayList<>();
    RaisedExceptions raised = new RaisedExceptions(ledger);
    for (Write write : of(change)) {
      switch (write) {
        case ExceptionCounted counted ->
            SubjectExceptions.settled(counted, ledger.openException(counted.exception().id()))
                .ifPresent(writes::add);
        case ExceptionRaised one -> raised.add(one);
        default -> writes.add(write);
      }
    }
    writes.addAll(raised.writes());
    ChangeTooLarge.requireItems(writes.size());
    return writes;
  }

  /** How many items are written at most: a matter that came up is an entry and its content. */
  static int itemsAtMost(LedgerChange change) {
    return of(change).size() + change.opened().size();
  }

  /** The items, each at most once. */
  public static List<Write> of(LedgerChange change) {
    List<Write> writes = new ArrayList<>();
    change.guarantees().forEach(guarantee -> addGuarantee(writes, guarantee, change));
    change
        .shipments()
        .forEach(
            shipment -> {
              addShipment(writes, shipment);
              Shipment listed = shipment.listedBefore();
              addRefusals(writes, listed, shipment.after());
              addDeadlines(writes, deadlines(listed), deadlines(shipment.after()));
              writes.addAll(
                  SubjectExceptions.of(listed, change.at())
                      .becoming(SubjectExceptions.of(shipment.after(), change.at())));
            });
    change
        .deposits()
        .forEach(
            deposit -> {
              addDeposit(writes, deposit, change);
              addDeadlines(writes, deadlines(deposit.before().value()), deadlines(deposit.after()));
              writes.addAll(
                  SubjectExceptions.of(deposit.before().value(), change.at())
                      .becoming(SubjectExceptions.of(deposit.after(), change.at())));
            });
    change.bearers().forEach(bearers -> writes.add(new BearersWrite(bearers)));
    change.claims().forEach(claim -> writes.add(new ClaimWrite(claim)));
    change.notices().forEach(notice -> writes.add(new NoticeWrite(notice)));
    change.passed().forEach(deadline -> addOnce(writes, new DeadlineGone(deadline)));
    change.awaited().forEach(deadline -> addOnce(writes, new DeadlineSet(deadline)));
    change.opened().forEach(exception -> writes.add(new ExceptionRaised(exception)));
    change.rechecked().ifPresent(step -> writes.add(new RecheckMoved(step.read(), step.next())));
    change.settled().ifPresent(settled -> addSettled(writes, settled));
    change
        .operator()
        .ifPresent(
            operator ->
                writes.add(new OperatorWrite(operator.after(), operator.before().revision())));
    return writes;
  }

  private static void addOnce(List<Write> writes, Write write) {
    if (!writes.contains(write)) {
      writes.add(write);
    }
  }

  private static void addGuarantee(List<Write> writes, GuaranteeChange change, LedgerChange all) {
    Guarantee after = change.after();
    if (change.isOfTheWhole()) {
      String subject = TrailSubject.of(after.id());
      TrailEntry entry =
          TrailEntry.following(
              change.before().map(VersionedGuarantee::termsTrail).orElse(TrailHead.NONE),
              subject,
              all.causeOf(subject),
              change.before().map(before -> Snapshot.of(before.guarantee())).orElse(""),
              Snapshot.of(after));
      long revision = change.before().map(VersionedGuarantee::termsRevision).orElse(0L);
      writes.add(new TermsWrite(after, revision, entry.head()));
      writes.add(new TrailWrite(entry));
      if (change.changesTerms()) {
        writes.add(new GuaranteeListed(ListedGuarantee.of(after)));
      }
      addDeadlines(
          writes,
          change.before().map(before -> deadlines(before.guarantee())).orElse(Set.of()),
          deadlines(after));
      addRecheck(writes, change, all.at());
    }
    for (int i = 0; i < after.slices().size(); i++) {
      if (change.changesSlice(i)) {
        addSlice(writes, change, i, all);
      }
    }
  }

  private static void addRecheck(List<Write> writes, GuaranteeChange change, Instant at) {
    boolean mayCoverMore =
        change
            .before()
            .filter(before -> change.after().mayCoverMoreThan(before.guarantee()))
            .isPresent();
    change
        .after()
        .registrationNo()
        .filter(number -> mayCoverMore)
        .map(number -> Recheck.begin(number, at))
        .ifPresent(recheck -> writes.add(new RecheckOpened(recheck)));
  }

  /**
   * A change of terms, or a reservation that takes headroom from many slices, says in the
   * guarantee's own entry how the whole stands; the trails of slices that hold what they held go on
   * as they were, so that the transaction stays within its bound.
   */
  private static void addSlice(
      List<Write> writes, GuaranteeChange change, int index, LedgerChange all) {
    GuaranteeId id = change.after().id();
    Position after = change.after().slices().get(index);
    if (change.before().isEmpty()) {
      writes.add(new SliceWrite(id, index, after, 0, TrailHead.NONE));
      return;
    }
    VersionedGuarantee before = change.before().get();
    TrailHead head = before.sliceTrails().get(index);
    if (!change.isOfTheWhole() || change.changesWhatSliceHolds(index)) {
      String subject = TrailSubject.of(id, index);
      TrailEntry entry =
          TrailEntry.following(
              head,
              subject,
              all.causeOf(subject),
              Snapshot.of(before.guarantee().slices().get(index)),
              Snapshot.of(after));
      writes.add(new TrailWrite(entry));
      head = entry.head();
    }
    writes.add(new SliceWrite(id, index, after, before.sliceRevisions().get(index), head));
  }

  private static void addShipment(List<Write> writes, ShipmentChange change) {
    Shipment before = change.before().value();
    Shipment after = change.after();
    writes.add(new ShipmentWrite(after, change.before().revision()));
    addHolds(writes, before, after);
    addDemands(writes, before.demands(), after.demands());
  }

  private static void addDeposit(List<Write> writes, DepositChange change, LedgerChange all) {
    Deposit after = change.after();
    String subject = TrailSubject.of(after.id());
    boolean isNew = change.before().revision() == 0;
    TrailEntry entry =
        TrailEntry.following(
            change.before().trail(),
            subject,
            all.causeOf(subject),
            isNew ? "" : Snapshot.of(change.before().value()),
            Snapshot.of(after));
    writes.add(new DepositWrite(after, change.before().revision(), entry.head()));
    writes.add(new TrailWrite(entry));
    addRefunds(writes, change.before().value(), after);
  }

  /**
   * A refund that Customs orders anew is written anew, though it was there: what an earlier version
   * took for refused has neither claim nor place among the open ones.
   */
  private static void addRefunds(List<Write> writes, Deposit before, Deposit after) {
    Set<RefundId> ordered = after.refundsOrderedSince(before);
    for (Refund refund : after.refunds()) {
      Optional<Refund> known =
          before.refund(refund.id()).filter(same -> !ordered.contains(refund.id()));
      if (known.isEmpty()) {
        writes.add(new ClaimWrite(new RefundOf(refund.id(), after.id())));
      }
      boolean wasOpen = known.filter(Refund::isOpen).isPresent();
      if (refund.isOpen() && !wasOpen) {
        writes.add(new RefundOpened(refund.id()));
      } else if (!refund.isOpen()
          && before.refund(refund.id()).filter(Refund::isOpen).isPresent()) {
        writes.add(new RefundClosed(refund.id()));
      }
    }
    before.refunds().stream()
        .filter(refund -> refund.isOpen() && after.refund(refund.id()).isEmpty())
        .forEach(refund -> writes.add(new RefundClosed(refund.id())));
  }

  private static Set<Deadline> deadlines(Guarantee guarantee) {
    return guarantee.deadlines().stream()
        .map(day -> new Deadline(day, Deadline.Kind.GUARANTEE, guarantee.id().value()))
        .collect(Collectors.toSet());
  }

  private static Set<Deadline> deadlines(Shipment shipment) {
    return shipment.deadline().stream()
        .map(day -> new Deadline(day, Deadline.Kind.SHIPMENT, shipment.id().toString()))
        .collect(Collectors.toSet());
  }

  private static Set<Deadline> deadlines(Deposit deposit) {
    return deposit.deadline().stream()
        .map(day -> new Deadline(day, Deadline.Kind.DEPOSIT, deposit.id().value()))
        .collect(Collectors.toSet());
  }

  private static void addDeadlines(List<Write> writes, Set<Deadline> before, Set<Deadline> after) {
    after.stream()
        .filter(deadline -> !before.contains(deadline))
        .forEach(deadline -> writes.add(new DeadlineSet(deadline)));
    before.stream()
        .filter(deadline -> !after.contains(deadline))
        .forEach(deadline -> writes.add(new DeadlineGone(deadline)));
  }

  private static void addSettled(List<Write> writes, SettledException settled) {
    writes.add(new ExceptionSettled(settled));
    settled
        .sent()
        .forEach(
            sent -> {
              writes.add(new ContentGone(settled.exception(), sent.aside()));
              writes.add(new ResendWrite(sent.resend(), settled.at()));
            });
  }

  private static void addHolds(List<Write> writes, Shipment before, Shipment after) {
    Set<Place> held = places(before);
    Set<Place> holds = places(after);
    holds.stream()
        .filter(place -> !held.contains(place))
        .forEach(place -> writes.add(new HoldOpened(place.guarantee(), place.slice(), after.id())));
    held.stream()
        .filter(place -> !holds.contains(place))
        .forEach(place -> writes.add(new HoldClosed(place.guarantee(), place.slice(), after.id())));
  }

  private static void addRefusals(List<Write> writes, Shipment before, Shipment after) {
    Set<RegistrationNo> refusedBefore = Set.copyOf(before.refusals().values());
    Set<RegistrationNo> refusedAfter = Set.copyOf(after.refusals().values());
    refusedAfter.stream()
        .filter(number -> !refusedBefore.contains(number))
        .forEach(number -> writes.add(new RefusalOpened(number, after.id())));
    refusedBefore.stream()
        .filter(number -> !refusedAfter.contains(number))
        .forEach(number -> writes.add(new RefusalClosed(number, after.id())));
  }

  private static void addDemands(
      List<Write> writes, Map<Demand, GuaranteeId> before, Map<Demand, GuaranteeId> after) {
    after.forEach(
        (demand, guarantee) -> {
          if (!guarantee.equals(before.get(demand))) {
            writes.add(new DemandWrite(guarantee, demand));
          }
        });
    before.forEach(
        (demand, guarantee) -> {
          boolean stillThere =
              after.entrySet().stream()
                  .anyMatch(
                      entry ->
                          entry.getKey().id().equals(demand.id())
                              && entry.getValue().equals(guarantee));
          if (!stillThere) {
            writes.add(new DemandGone(guarantee, demand.id()));
          }
        });
  }

  private record Place(GuaranteeId guarantee, int slice) {}

  private static Set<Place> places(Shipment shipment) {
    return shipment.openHolds().values().stream()
        .flatMap(List::stream)
        .map((Hold hold) -> new Place(hold.guaranteeId(), hold.slice()))
        .collect(Collectors.toSet());
  }
}
