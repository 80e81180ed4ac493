package com.cargobond.store.memory;

import com.cargobond.domain.audit.TrailEntry;
import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.deposit.DepositId;
import com.cargobond.domain.deposit.RefundId;
import com.cargobond.domain.guarantee.Demand;
import com.cargobond.domain.guarantee.DemandId;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.Position;
import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.identity.Uscc;
import com.cargobond.domain.ledger.Notice;
import com.cargobond.domain.shipment.Shipment;
import com.cargobond.store.ChangeTooLarge;
import com.cargobond.store.Claim;
import com.cargobond.store.CommitResult;
import com.cargobond.store.CommitResult.Committed;
import com.cargobond.store.CommitResult.Conflicted;
import com.cargobond.store.CommitResult.Taken;
import com.cargobond.store.Deadline;
import com.cargobond.store.ExceptionPlace;
import com.cargobond.store.Found;
import com.cargobond.store.IssuedGuarantee;
import com.cargobond.store.Ledger;
import com.cargobond.store.LedgerChange;
import com.cargobond.store.LedgerWrites;
import com.cargobond.store.ListedGuarantee;
import com.cargobond.store.OpenException;
import com.cargobond.store.OperatorProfile;
import com.cargobond.store.Page;
import com.cargobond.store.Recheck;
import com.cargobond.store.Resend;
import com.cargobond.store.SetAside;
import com.cargobond.store.SettledException;
import com.cargobond.store.Touched;
import com.cargobond.store.Versioned;
import com.cargobond.store.VersionedGuarantee;
import com.cargobond.store.Write;
import com.cargobond.store.dynamo.ItemSize;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ledger in memory, under the same conditions as the one on DynamoDB: for tests that try many
 * sequences quickly.
 */
public final class InMemoryLedger implements Ledger {

  private static final int MEASURED_ABOVE = 30;

  private final Map<GuaranteeId, Versioned<Guarantee>> terms = new HashMap<>();
  private final Map<GuaranteeId, Instant> announcements = new HashMap<>();
  private final Map<GuaranteeId, SortedMap<Integer, Versioned<Position>>> slices = new HashMap<>();
  private final Map<ShipmentId, Versioned<Shipment>> shipments = new HashMap<>();
  private final Map<DepositId, Versioned<Deposit>> deposits = new HashMap<>();
  private final SortedMap<String, ListedGuarantee> listed = new TreeMap<>();
  private final SortedMap<String, RefundId> openRefunds = new TreeMap<>();
  private final SortedMap<String, Deadline> deadlines = new TreeMap<>();
  private final Map<Uscc, Versioned<OperatorProfile>> operators = new HashMap<>();
  private final Map<GuaranteeId, SortedMap<String, ShipmentId>> holds = new HashMap<>();
  private final Map<RegistrationNo, SortedMap<String, ShipmentId>> refused = new HashMap<>();
  private final SortedMap<String, Recheck> rechecks = new TreeMap<>();
  private final Map<GuaranteeId, SortedMap<String, Demand>> demands = new HashMap<>();
  private final Map<DeclarationNo, Set<ShipmentId>> bearers = new HashMap<>();
  private final Map<String, Claim> claims = new HashMap<>();
  private final SortedMap<String, OpenException> exceptions = new TreeMap<>();
  private final Map<String, SortedMap<String, SetAside>> setAside = new HashMap<>();
  private final List<SettledException> settled = new ArrayList<>();
  private final List<TrailEntry> trail = new ArrayList<>();
  private final List<Resend> resends = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();

  @Override
  public synchronized Optional<VersionedGuarantee> guarantee(GuaranteeId id) {
    return Optional.ofNullable(terms.get(id))
        .map(
            read -> {
              List<Versioned<Position>> positions = List.copyOf(slices.get(id).values());
              return new VersionedGuarantee(
                  read.value().with(positions.stream().map(Versioned::value).toList()),
                  read.revision(),
                  positions.stream().map(Versioned::revision).toList(),
                  read.trail(),
                  positions.stream().map(Versioned::trail).toList(),
                  Optional.ofNullable(announcements.get(id)));
            });
  }

  @Override
  public synchronized Page<ListedGuarantee> listedGuarantees(int limit, Optional<String> after) {
    return page(listed, limit, after);
  }

  @Override
  public synchronized Optional<GuaranteeId> registered(RegistrationNo number) {
    return claim("REGISTRATION#" + number, Claim.Registration.class)
        .map(Claim.Registration::guarantee);
  }

  @Override
  public synchronized Optional<IssuedGuarantee> issued(String idempotencyKey) {
    return claim("ISSUANCE#" + idempotencyKey, Claim.Issuance.class).map(Claim.Issuance::issued);
  }

  @Override
  public synchronized Versioned<OperatorProfile> operator(Uscc operator) {
    return operators.getOrDefault(operator, new Versioned<>(OperatorProfile.unknown(operator), 0));
  }

  @Override
  public synchronized Map<ShipmentId, Versioned<Shipment>> shipments(Set<ShipmentId> ids) {
    return ids.stream()
        .collect(
            Collectors.toMap(
                id -> id,
                id -> shipments.getOrDefault(id, new Versioned<>(Shipment.unknown(id), 0))));
  }

  @Override
  public synchronized Found find(Touched touched) {
    Map<RegistrationNo, GuaranteeId> registrations = new HashMap<>();
    touched
        .registrations()
        .forEach(
            number ->
                registered(number).ifPresent(guarantee -> registrations.put(number, guarantee)));
    Map<DeclarationNo, Set<ShipmentId>> filedOn = new HashMap<>();
    touched
        .declarations()
        .forEach(number -> filedOn.put(number, bearers.getOrDefault(number, Set.of())));
    return new Found(
        shipments(touched.shipments()), deposits(touched.deposits()), registrations, filedOn);
  }

  @Override
  public synchronized Map<DepositId, Versioned<Deposit>> deposits(Set<DepositId> ids) {
    return ids.stream()
        .collect(
            Collectors.toMap(
                id -> id,
                id -> deposits.getOrDefault(id, new Versioned<>(Deposit.unknown(id), 0))));
  }

  @Override
  public synchronized Page<Deposit> allDeposits(int limit, Optional<String> after) {
    SortedMap<String, Deposit> sorted = new TreeMap<>();
    deposits.values().forEach(read -> sorted.put(read.value().id().value(), read.value()));
    return page(sorted, limit, after);
  }

  @Override
  public synchronized Optional<DepositId> depositOfRefund(RefundId refund) {
    return claim("REFUND#" + refund, Claim.RefundOf.class).map(Claim.RefundOf::deposit);
  }

  @Override
  public synchronized Page<RefundId> openRefunds(int limit, Optional<String> after) {
    return page(openRefunds, limit, after);
  }

  @Override
  public synchronized Page<Deadline> deadlines(LocalDate until, int limit, Optional<String> after) {
    return page(deadlines.headMap(until.plusDays(1).toString()), limit, after);
  }

  @Override
  public synchronized Page<Demand> demands(
      GuaranteeId guarantee, int limit, Optional<String> after) {
    return page(demands.getOrDefault(guarantee, new TreeMap<>()), limit, after);
  }

  @Override
  public synchronized Optional<ShipmentId> shipmentOfDemand(DemandId demand) {
    return claim("DEMAND#" + demand, Claim.DemandOf.class).map(Claim.DemandOf::shipment);
  }

  @Override
  public synchronized Page<ShipmentId> openHolds(
      GuaranteeId guarantee, int limit, Optional<String> after) {
    return page(holds.getOrDefault(guarantee, new TreeMap<>()), limit, after);
  }

  @Override
  public synchronized Page<ShipmentId> refused(
      RegistrationNo number, int limit, Optional<String> after) {
    return page(refused.getOrDefault(number, new TreeMap<>()), limit, after);
  }

  @Override
  public synchronized List<Recheck> rechecks(int limit) {
    return rechecks.values().stream().limit(limit).toList();
  }

  @Override
  public synchronized Stream<OpenException> openExceptions(Optional<ExceptionPlace> after) {
    return List.copyOf(exceptions.values()).stream()
        .filter(one -> after.isEmpty() || after.get().isBefore(one))
        .sorted(OpenException.OLDEST_FIRST);
  }

  @Override
  public synchronized Page<SetAside> setAside(
      OpenException exception, int limit, Optional<String> after) {
    return page(setAside.getOrDefault(opening(exception), new TreeMap<>()), limit, after);
  }

  @Override
  public synchronized Optional<SetAside> setAside(OpenException exception, String id) {
    return Optional.ofNullable(setAside.getOrDefault(opening(exception), new TreeMap<>()).get(id));
  }

  private static String opening(OpenException exception) {
    return exception.id() + "#" + exception.since();
  }

  @Override
  public synchronized Optional<OpenException> openException(String id) {
    return Optional.ofNullable(exceptions.get(id));
  }

  /** Every decision so far. */
  public synchronized List<TrailEntry> trail() {
    return List.copyOf(trail);
  }

  /** Everything that was sent again so far. */
  public synchronized List<Resend> resends() {
    return List.copyOf(resends);
  }

  /** Everything that a person has seen to. */
  public synchronized List<SettledException> settled() {
    return List.copyOf(settled);
  }

  /** Everything that others were told so far. */
  public synchronized List<Notice> notices() {
    return List.copyOf(notices);
  }

  @Override
  public synchronized void announce(GuaranteeId guarantee, Instant until) {
    announcements.put(guarantee, until);
  }

  @Override
  public synchronized CommitResult commit(LedgerChange change) {
    List<Write> writes = LedgerWrites.of(change, this);
    writes.stream()
        .filter(InMemoryLedger::mayBeLarge)
        .forEach(write -> ChangeTooLarge.requireBytes(write, ItemSize.of(write)));
    List<Claim> taken =
        writes.stream()
            .filter(Write.ClaimWrite.class::isInstance)
            .map(write -> ((Write.ClaimWrite) write).claim())
            .filter(this::isTaken)
            .toList();
    if (!writes.stream().allMatch(this::revisionStands)) {
      return new Conflicted();
    }
    if (!taken.isEmpty()) {
      return new Taken(taken);
    }
    writes.forEach(this::write);
    return new Committed();
  }

  /** Measuring takes longer than all the rest of a commit: few events are never too large. */
  private static boolean mayBeLarge(Write write) {
    return switch (write) {
      case Write.ShipmentWrite w -> w.shipment().history().size() > MEASURED_ABOVE;
      case Write.DepositWrite w -> w.deposit().journal().size() > MEASURED_ABOVE;
      case Write.ContentKept w -> true;
      default -> false;
    };
  }

  private boolean revisionStands(Write write) {
    return switch (write) {
      case Write.TermsWrite w -> revision(terms.get(w.guarantee().id())) == w.expectedRevision();
      case Write.SliceWrite w ->
          revision(slices.getOrDefault(w.guarantee(), new TreeMap<>()).get(w.index()))
              == w.expectedRevision();
      case Write.ShipmentWrite w ->
          revision(shipments.get(w.shipment().id())) == w.expectedRevision();
      case Write.DepositWrite w -> revision(deposits.get(w.deposit().id())) == w.expectedRevision();
      case Write.OperatorWrite w ->
          revision(operators.get(w.profile().operator())) == w.expectedRevision();
      case Write.BearersWrite w ->
          bearers.getOrDefault(w.change().declaration(), Set.of()).equals(w.change().before());
      case Write.RecheckMoved w ->
          Optional.ofNullable(rechecks.get(w.read().number().value()))
              .filter(present -> present.since().equals(w.read().since()))
              .isPresent();
      case Write.ExceptionWrite w -> openException(w.exception().id()).equals(w.read());
      case Write.ExceptionSettled w ->
          openException(w.settled().exception().id())
              .filter(open -> open.standsAs(w.settled().exception()))
              .isPresent();
      default -> true;
    };
  }

  private boolean isTaken(Claim claim) {
    Claim present = claims.get(key(claim));
    return present != null
        && !(claim instanceof Claim.RefundOf && present.equals(claim))
        && !(present instanceof Claim.DemandOf theirs
            && claim instanceof Claim.DemandOf ours
            && theirs.shipment().equals(ours.shipment()));
  }

  private void write(Write write) {
    switch (write) {
      case Write.TermsWrite w -> {
        terms.put(
            w.guarantee().id(),
            new Versioned<>(w.guarantee(), w.expectedRevision() + 1, w.trail()));
        announcements.remove(w.guarantee().id());
      }
      case Write.GuaranteeListed w -> listed.put(w.guarantee().id().value(), w.guarantee());
      case Write.SliceWrite w ->
          slices
              .computeIfAbsent(w.guarantee(), id -> new TreeMap<>())
              .put(w.index(), new Versioned<>(w.position(), w.expectedRevision() + 1, w.trail()));
      case Write.ShipmentWrite w ->
          shipments.put(w.shipment().id(), new Versioned<>(w.shipment(), w.expectedRevision() + 1));
      case Write.DepositWrite w ->
          deposits.put(
              w.deposit().id(), new Versioned<>(w.deposit(), w.expectedRevision() + 1, w.trail()));
      case Write.OperatorWrite w ->
          operators.put(
              w.profile().operator(), new Versioned<>(w.profile(), w.expectedRevision() + 1));
      case Write.TrailWrite w -> trail.add(w.entry());
      case Write.RefundOpened w -> openRefunds.put(w.refund().value(), w.refund());
      case Write.RefundClosed w -> openRefunds.remove(w.refund().value());
      case Write.DeadlineSet w -> deadlines.put(w.deadline().toString(), w.deadline());
      case Write.DeadlineGone w -> deadlines.remove(w.deadline().toString());
      case Write.HoldOpened w ->
          holds
              .computeIfAbsent(w.guarantee(), id -> new TreeMap<>())
              .put(w.slice() + "/" + w.shipment(), w.shipment());
      case Write.HoldClosed w -> holds.get(w.guarantee()).remove(w.slice() + "/" + w.shipment());
      case Write.RefusalOpened w ->
          refused
              .computeIfAbsent(w.number(), number -> new TreeMap<>())
              .put(w.shipment().toString(), w.shipment());
      case Write.RefusalClosed w ->
          refused.getOrDefault(w.number(), new TreeMap<>()).remove(w.shipment().toString());
      case Write.RecheckOpened w -> rechecks.put(w.recheck().number().value(), w.recheck());
      case Write.RecheckMoved w -> move(w.read(), w.next());
      case Write.DemandWrite w ->
          demands
              .computeIfAbsent(w.guarantee(), id -> new TreeMap<>())
              .put(w.demand().id().value(), w.demand());
      case Write.DemandGone w -> demands.get(w.guarantee()).remove(w.demand().value());
      case Write.ClaimWrite w -> claims.put(key(w.claim()), w.claim());
      case Write.BearersWrite w -> bearers.put(w.change().declaration(), w.change().after());
      case Write.NoticeWrite w -> notices.add(w.notice());
      case Write.ExceptionOpened w -> exceptions.put(w.exception().id(), w.exception());
      case Write.ExceptionCounted w -> throw new IllegalStateException("not settled: " + w);
      case Write.ExceptionRaised w -> throw new IllegalStateException("not settled: " + w);
      case Write.ExceptionWrite w -> exceptions.put(w.exception().id(), w.exception());
      case Write.ContentKept w ->
          setAside
              .computeIfAbsent(opening(w.exception()), opening -> new TreeMap<>())
              .put(w.aside().id(), w.aside());
      case Write.ContentGone w ->
          setAside.getOrDefault(opening(w.exception()), new TreeMap<>()).remove(w.aside().id());
      case Write.ExceptionGone w -> exceptions.remove(w.id());
      case Write.ExceptionSettled w -> {
        exceptions.remove(w.settled().exception().id());
        w.settled().left().ifPresent(left -> exceptions.put(left.id(), left));
        settled.add(w.settled());
      }
      case Write.ResendWrite w -> resends.add(w.resend());
    }
  }

  private void move(Recheck read, Optional<Recheck> next) {
    String key = read.number().value();
    next.ifPresentOrElse(recheck -> rechecks.put(key, recheck), () -> rechecks.remove(key));
  }

  private <C extends Claim> Optional<C> claim(String key, Class<C> type) {
    return Optional.ofNullable(claims.get(key)).map(type::cast);
  }

  private static String key(Claim claim) {
    return switch (claim) {
      case Claim.EventReceipt receipt -> "EVENT#" + receipt.key();
      case Claim.DemandOf demand -> "DEMAND#" + demand.demand();
      case Claim.RefundOf refund -> "REFUND#" + refund.refund();
      case Claim.Registration registration -> "REGISTRATION#" + registration.number();
      case Claim.Number number -> "NUMBER#" + number.guarantor() + "#" + number.number();
      case Claim.Issuance issuance -> "ISSUANCE#" + issuance.idempotencyKey();
    };
  }

  private static long revision(Versioned<?> value) {
    return value == null ? 0 : value.revision();
  }

  private static <T> Page<T> page(SortedMap<String, T> items, int limit, Optional<String> after) {
    List<String> keys =
        items.keySet().stream()
            .filter(key -> after.isEmpty() || key.compareTo(after.get()) > 0)
            .limit(limit + 1L)
            .toList();
    List<String> shown = keys.subList(0, Math.min(limit, keys.size()));
    return new Page<>(
        shown.stream().map(items::get).toList(),
        keys.size() > limit ? Optional.of(shown.getLast()) : Optional.empty());
  }
}
