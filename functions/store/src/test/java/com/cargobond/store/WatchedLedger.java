package com.cargobond.store;

import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.deposit.DepositId;
import com.cargobond.domain.deposit.RefundId;
import com.cargobond.domain.guarantee.Demand;
import com.cargobond.domain.guarantee.DemandId;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.identity.Uscc;
import com.cargobond.domain.shipment.Shipment;
import com.cargobond.store.CommitResult.Committed;
import com.cargobond.store.CommitResult.Conflicted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A ledger that counts what is asked of it, and lets others write, or fails, at a chosen moment.
 */
final class WatchedLedger implements Ledger {

  final Ledger inner;
  final List<LedgerChange> commits = new ArrayList<>();
  final List<Instant> announcements = new ArrayList<>();
  int guaranteesRead;
  int shipmentsRead;
  boolean conflictAlways;
  private int commitsUntilFailure = Integer.MAX_VALUE;
  private Runnable beforeNextCommit = () -> {};
  private Runnable beforeEveryCommit = () -> {};

  WatchedLedger(Ledger inner) {
    this.inner = inner;
  }

  void failAfter(int commits) {
    commitsUntilFailure = commits;
  }

  void beforeNextCommit(Runnable interruption) {
    beforeNextCommit = interruption;
  }

  void beforeEveryCommit(Runnable interruption) {
    beforeEveryCommit = interruption;
  }

  @Override
  public Found find(Touched touched) {
    return inner.find(touched);
  }

  @Override
  public Map<DepositId, Versioned<Deposit>> deposits(Set<DepositId> ids) {
    return inner.deposits(ids);
  }

  @Override
  public Page<ListedGuarantee> listedGuarantees(int limit, Optional<String> after) {
    return inner.listedGuarantees(limit, after);
  }

  @Override
  public Page<Deposit> allDeposits(int limit, Optional<String> after) {
    return inner.allDeposits(limit, after);
  }

  @Override
  public Optional<DepositId> depositOfRefund(RefundId refund) {
    return inner.depositOfRefund(refund);
  }

  @Override
  public Page<RefundId> openRefunds(int limit, Optional<String> after) {
    return inner.openRefunds(limit, after);
  }

  @Override
  public CommitResult commit(LedgerChange change) {
    Runnable interruption = beforeNextCommit;
    beforeNextCommit = () -> {};
    interruption.run();
    beforeEveryCommit.run();
    if (conflictAlways) {
      return new Conflicted();
    }
    if (commitsUntilFailure-- <= 0) {
      throw new IllegalStateException("the ledger cannot be reached");
    }
    CommitResult result = inner.commit(change);
    if (result instanceof Committed) {
      commits.add(change);
    }
    return result;
  }

  @Override
  public Optional<VersionedGuarantee> guarantee(GuaranteeId id) {
    guaranteesRead++;
    return inner.guarantee(id);
  }

  @Override
  public Optional<GuaranteeId> registered(RegistrationNo number) {
    return inner.registered(number);
  }

  @Override
  public Optional<IssuedGuarantee> issued(String idempotencyKey) {
    return inner.issued(idempotencyKey);
  }

  @Override
  public Versioned<OperatorProfile> operator(Uscc operator) {
    return inner.operator(operator);
  }

  @Override
  public Map<ShipmentId, Versioned<Shipment>> shipments(Set<ShipmentId> ids) {
    shipmentsRead++;
    return inner.shipments(ids);
  }

  @Override
  public Page<Demand> demands(GuaranteeId guarantee, int limit, Optional<String> after) {
    return inner.demands(guarantee, limit, after);
  }

  @Override
  public Optional<ShipmentId> shipmentOfDemand(DemandId demand) {
    return inner.shipmentOfDemand(demand);
  }

  @Override
  public Page<ShipmentId> openHolds(GuaranteeId guarantee, int limit, Optional<String> after) {
    return inner.openHolds(guarantee, limit, after);
  }

  @Override
  public void announce(GuaranteeId guarantee, Instant until) {
    announcements.add(until);
    inner.announce(guarantee, until);
  }

  @Override
  public Page<Deadline> deadlines(LocalDate until, int limit, Optional<String> after) {
    return inner.deadlines(until, limit, after);
  }

  @Override
  public Page<ShipmentId> refused(RegistrationNo number, int limit, Optional<String> after) {
    return inner.refused(number, limit, after);
  }

  @Override
  public List<Recheck> rechecks(int limit) {
    return inner.rechecks(limit);
  }

  @Override
  public Stream<OpenException> openExceptions(Optional<ExceptionPlace> after) {
    return inner.openExceptions(after);
  }

  @Override
  public Page<SetAside> setAside(OpenException exception, int limit, Optional<String> after) {
    return inner.setAside(exception, limit, after);
  }

  @Override
  public Optional<SetAside> setAside(OpenException exception, String id) {
    return inner.setAside(exception, id);
  }

  @Override
  public Optional<OpenException> openException(String id) {
    return inner.openException(id);
  }
}
