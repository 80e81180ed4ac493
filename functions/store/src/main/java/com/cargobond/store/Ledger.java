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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The one ledger for bank, Customs and carrier. Reads are consistent: they see every change that
 * was committed before.
 */
public interface Ledger {

  /** Bounds one page of a list. */
  int PAGE_SIZE_MAX = 100;

  /** The guarantee with this id. */
  Optional<VersionedGuarantee> guarantee(GuaranteeId id);

  /**
   * All guarantees, in a stable order.
   *
   * @param limit 1 to {@link #PAGE_SIZE_MAX}
   * @param after from the page before, or any guarantee's id
   */
  Page<ListedGuarantee> listedGuarantees(int limit, Optional<String> after);

  /** The guarantee that Customs registered under this number. */
  Optional<GuaranteeId> registered(RegistrationNo number);

  /** What was issued under this key. */
  Optional<IssuedGuarantee> issued(String idempotencyKey);

  /** The operator's profile; revision 0 if it never had a guarantee. */
  Versioned<OperatorProfile> operator(Uscc operator);

  /** The shipments, with revision 0 for those of which nothing is known. */
  Map<ShipmentId, Versioned<Shipment>> shipments(Set<ShipmentId> ids);

  /** What is known of all that a group of events names; on DynamoDB one call. */
  Found find(Touched touched);

  /** The deposits, with revision 0 for those of which nothing is known. */
  Map<DepositId, Versioned<Deposit>> deposits(Set<DepositId> ids);

  /**
   * All deposits, in a stable order. On DynamoDB a page costs a scan of as many items: this is for
   * work that is done once a day, not for each request of many.
   *
   * @param limit 1 to {@link #PAGE_SIZE_MAX}
   * @param after from the page before, or any deposit's id
   */
  Page<Deposit> allDeposits(int limit, Optional<String> after);

  /** The deposit that a refund is of. */
  Optional<DepositId> depositOfRefund(RefundId refund);

  /**
   * The refunds that are on their way or wait to be sent, by their ids.
   *
   * @param limit 1 to {@link #PAGE_SIZE_MAX}
   * @param after from the page before, or any refund's id
   */
  Page<RefundId> openRefunds(int limit, Optional<String> after);

  /**
   * The deadlines up to a day that were not seen to, in no particular order.
   *
   * @param limit 1 to {@link #PAGE_SIZE_MAX}
   */
  Page<Deadline> deadlines(LocalDate until, int limit, Optional<String> after);

  /**
   * The demands on a guarantee, by their ids.
   *
   * @param limit 1 to {@link #PAGE_SIZE_MAX}
   * @param after from the page before, or any demand's id
   */
  Page<Demand> demands(GuaranteeId guarantee, int limit, Optional<String> after);

  /** The shipment that a demand is about. */
  Optional<ShipmentId> shipmentOfDemand(DemandId demand);

  /**
   * The shipments that hold something of a guarantee, in a stable order.
   *
   * @param limit 1 to {@link #PAGE_SIZE_MAX}
   * @param after from the page before
   */
  Page<ShipmentId> openHolds(GuaranteeId guarantee, int limit, Optional<String> after);

  /**
   * What needs a person, the oldest first and of one time by id, read as far as it is asked for.
   * Alone of all reads it may lag: it may miss what was committed a moment ago, and show what was
   * settled then.
   *
   * @param after where to begin
   */
  Stream<OpenException> openExceptions(Optional<ExceptionPlace> after);

  /** The open exception with this id. */
  Optional<OpenException> openException(String id);

  /**
   * What was set aside for an open exception, in a stable order.
   *
   * @param limit 1 to {@link #PAGE_SIZE_MAX}
   * @param after from the page before
   */
  Page<SetAside> setAside(OpenException exception, int limit, Optional<String> after);

  /** One of the things that were set aside for an open exception. */
  Optional<SetAside> setAside(OpenException exception, String id);

  /**
   * Lets everybody who reads the guarantee from now on know that a command on the whole of it is
   * under way, until the command is committed or the time has come. It conflicts with nothing that
   * others write to slices.
   */
  void announce(GuaranteeId guarantee, Instant until);

  /**
   * The shipments with a declaration that was refused under this number, in a stable order.
   *
   * @param limit 1 to {@link #PAGE_SIZE_MAX}
   * @param after from the page before
   */
  Page<ShipmentId> refused(RegistrationNo number, int limit, Optional<String> after);

  /**
   * The guarantees whose refused shipments must be asked again, by their numbers.
   *
   * @param limit 1 to {@link #PAGE_SIZE_MAX}
   */
  List<Recheck> rechecks(int limit);

  /** Writes all of the change or nothing. */
  CommitResult commit(LedgerChange change);
}
