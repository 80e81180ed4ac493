package com.cargobond.store;

import com.cargobond.domain.audit.TrailEntry;
import com.cargobond.domain.audit.TrailHead;
import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.deposit.RefundId;
import com.cargobond.domain.guarantee.Demand;
import com.cargobond.domain.guarantee.DemandId;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.Position;
import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.ledger.Notice;
import com.cargobond.domain.shipment.Shipment;
import com.cargobond.store.LedgerChange.BearersChange;
import java.time.Instant;
import java.util.Optional;

/**
 * One item that a transaction writes. An expected revision is a condition: 0 says that the item
 * must not exist.
 */
public sealed interface Write {

  /** Terms and status of a guarantee, without its slices. */
  record TermsWrite(Guarantee guarantee, long expectedRevision, TrailHead trail) implements Write {}

  /** The guarantee in the list of all. */
  record GuaranteeListed(ListedGuarantee guarantee) implements Write {}

  /** One slice's position. */
  record SliceWrite(
      GuaranteeId guarantee, int index, Position position, long expectedRevision, TrailHead trail)
      implements Write {}

  /** A shipment. */
  record ShipmentWrite(Shipment shipment, long expectedRevision) implements Write {}

  /** A deposit with its journal. */
  record DepositWrite(Deposit deposit, long expectedRevision, TrailHead trail) implements Write {}

  /** A decision, for the audit. */
  record TrailWrite(TrailEntry entry) implements Write {}

  /** The refund is on its way, or waits to be sent. */
  record RefundOpened(RefundId refund) implements Write {}

  /** Nothing is to be done about the refund, unless by a person. */
  record RefundClosed(RefundId refund) implements Write {}

  /** The passing of time will matter. */
  record DeadlineSet(Deadline deadline) implements Write {}

  /** It matters no more, or was seen to. */
  record DeadlineGone(Deadline deadline) implements Write {}

  /** The shipment holds something of the slice from now on. */
  record HoldOpened(GuaranteeId guarantee, int slice, ShipmentId shipment) implements Write {}

  /** The shipment holds nothing of the slice any more. */
  record HoldClosed(GuaranteeId guarantee, int slice, ShipmentId shipment) implements Write {}

  /** The shipment has a declaration that no guarantee of this number covers. */
  record RefusalOpened(RegistrationNo number, ShipmentId shipment) implements Write {}

  /** It has none any more. */
  record RefusalClosed(RegistrationNo number, ShipmentId shipment) implements Write {}

  /** What was refused under this number must be asked again, all of it from the beginning. */
  record RecheckOpened(Recheck recheck) implements Write {}

  /**
   * A piece was asked again, unless the guarantee has changed once more since it was read.
   *
   * @param next as it goes on; empty where it has come to its end
   */
  record RecheckMoved(Recheck read, Optional<Recheck> next) implements Write {}

  /** A demand as it stands. */
  record DemandWrite(GuaranteeId guarantee, Demand demand) implements Write {}

  /** The demand does not concern this guarantee any more. */
  record DemandGone(GuaranteeId guarantee, DemandId demand) implements Write {}

  /** An identifier is taken, if it is free. */
  record ClaimWrite(Claim claim) implements Write {}

  /** The shipments on which a declaration was filed, if they still are those that were read. */
  record BearersWrite(BearersChange change) implements Write {}

  /** Something to tell others. */
  record NoticeWrite(Notice notice) implements Write {}

  /** Something needs a person. */
  record ExceptionOpened(OpenException exception) implements Write {}

  /**
   * A matter came up, which is an entry of its own or counted with one; see {@link
   * RaisedExceptions}.
   */
  record ExceptionRaised(OpenException matter) implements Write {}

  /**
   * An entry as it stands now, unless it has changed since it was read.
   *
   * @param read empty where there was none
   */
  record ExceptionWrite(OpenException exception, Optional<OpenException> read) implements Write {}

  /** What was set aside for an entry. */
  record ContentKept(OpenException exception, SetAside aside) implements Write {}

  /** What was set aside is on its way again. */
  record ContentGone(OpenException exception, SetAside aside) implements Write {}

  /**
   * An entry that was opened before stands for other matters now; see {@link SubjectExceptions}.
   *
   * @param hasNewMatter whether there is one that it did not stand for
   */
  record ExceptionCounted(OpenException exception, boolean hasNewMatter) implements Write {}

  /** The matter is settled by what happened since. */
  record ExceptionGone(String id) implements Write {}

  /** A person has seen to it, if it still stands as it was read. */
  record ExceptionSettled(SettledException settled) implements Write {}

  /** A message to send. */
  record ResendWrite(Resend resend, Instant at) implements Write {}

  /** An operator's profile. */
  record OperatorWrite(OperatorProfile profile, long expectedRevision) implements Write {}
}
