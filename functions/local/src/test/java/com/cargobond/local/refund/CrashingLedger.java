package com.cargobond.local.refund;

import com.cargobond.store.guarantee.IssuedGuarantee;
import com.cargobond.store.guarantee.ListedGuarantee;
import com.cargobond.store.guarantee.OperatorProfile;
import com.cargobond.store.guarantee.Recheck;
import com.cargobond.store.ledger.CommitResult;
import com.cargobond.store.ledger.Deadline;
import com.cargobond.store.ledger.ExceptionPlace;
import com.cargobond.store.ledger.Found;
import com.cargobond.store.ledger.Ledger;
import com.cargobond.store.ledger.LedgerChange;
import com.cargobond.store.ledger.OpenException;
import com.cargobond.store.ledger.Page;
import com.cargobond.store.ledger.SetAside;



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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** A ledger whose user is killed now and then: just before a commit, or just after. */
final class CrashingLedger implements Ledger {

  /** The process is gone. */
  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final Ledger inner;
  private final Random random;
  private final int percent;

  CrashingLedger(Ledger inner, long seed, int percent) {
    this.inner = inner;
    this.random = new Random(seed);
    this.percent = percent;
  }

  @Override
  public CommitResult commit(LedgerChange change) {
    int fate = random.nextInt(100);
    if (fate < percent / 2) {
      throw new Killed();
    }
    CommitResult result = inner.commit(change);
    if (fate < percent) {
      throw new Killed();
    }
    return result;
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
  public Optional<VersionedGuarantee> guarantee(GuaranteeId id) {
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
    return inner.shipments(ids);
  }

  @Override
  public void announce(GuaranteeId guarantee, Instant until) {
    inner.announce(guarantee, until);
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
