package com.cargobond.store;

import com.cargobond.domain.deposit.DepositId;
import com.cargobond.domain.deposit.RefundId;
import com.cargobond.domain.guarantee.DemandId;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.domain.identity.CnapsCode;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.ledger.ReceivedEvent;

/** An identifier that only one thing may have; taken in the transaction that gives it a meaning. */
public sealed interface Claim {

  /** The event's source and id belong to this shipment. */
  record EventReceipt(ReceivedEvent received) implements Claim {

    /** The event's key. */
    public String key() {
      return received.event().key();
    }

    /** The shipment that the event is about. */
    public ShipmentId shipment() {
      return received.event().shipment();
    }
  }

  /** The demand's id belongs to this shipment; the same shipment may claim it again. */
  record DemandOf(DemandId demand, ShipmentId shipment, ReceivedEvent cause) implements Claim {}

  /** The refund is one of this deposit; it may claim it again. */
  record RefundOf(RefundId refund, DepositId deposit) implements Claim {}

  /** The registration number belongs to this guarantee. */
  record Registration(RegistrationNo number, GuaranteeId guarantee) implements Claim {}

  /** The bank's own number of a guarantee belongs to this one. */
  record Number(CnapsCode guarantor, String number, GuaranteeId guarantee) implements Claim {}

  /** The request with this key issued this guarantee. */
  record Issuance(String idempotencyKey, IssuedGuarantee issued) implements Claim {}
}
