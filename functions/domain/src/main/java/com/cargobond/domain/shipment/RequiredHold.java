package com.cargobond.domain.shipment;

import com.cargobond.domain.duty.ShipmentClass;
import com.cargobond.domain.event.CustomsFact.DeclarationFiled;
import com.cargobond.domain.guarantee.Holding;
import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.domain.guarantee.ReservationRequest;
import com.cargobond.domain.identity.ShipmentId;
import java.time.LocalDate;
import java.util.Currency;

/**
 * What the facts about one declaration require to be held, in minor units of its currency. Two
 * equal values mean that nothing that moves money has changed.
 *
 * @param named the version of the declaration that names the guarantee
 * @param filed the version that says what is owed
 * @param obligation duty and late charge, whether paid or not
 * @param reserved what must be set aside now
 * @param goodsAreOut whether the guarantor is liable in any case
 * @param assessed whether the duty is known rather than estimated
 * @param cancelled the declaration was cancelled before release
 * @param demanded whether Customs ever demanded anything for it
 */
public record RequiredHold(
    DeclarationFiled named,
    DeclarationFiled filed,
    LocalDate arisesOn,
    LocalDate dueDate,
    long obligation,
    long reserved,
    long openDemands,
    long paidClaims,
    boolean goodsAreOut,
    boolean assessed,
    boolean cancelled,
    boolean demanded) {

  /** What the declaration must hold; on a guarantee that does not revolve the rest is consumed. */
  public Holding holding(boolean revolving) {
    long rest = Math.max(0, obligation - reserved - openDemands - paidClaims);
    return new Holding(reserved, openDemands, paidClaims, revolving ? 0 : rest);
  }

  /** The guarantee that the declaration names. */
  public RegistrationNo registrationNo() {
    return named.registrationNo();
  }

  /** The currency of every amount here. */
  public Currency currency() {
    return named.estimatedDuty().currency();
  }

  /**
   * Whether the declaration concerns a guarantee at all: documents and free goods do not. Goods
   * that were thought to owe duty and then did not, do.
   */
  public boolean concernsGuarantee() {
    boolean dutyEstimated =
        filed.shipmentClass() != ShipmentClass.A && filed.estimatedDuty().minor() > 0;
    return dutyEstimated || obligation > 0 || demanded;
  }

  /** What is asked of the guarantee if {@code increase} more must be taken. */
  public ReservationRequest request(ShipmentId shipment, long increase, boolean covered) {
    return new ReservationRequest(
        shipment.operator(),
        currency(),
        named.purpose(),
        named.district(),
        increase,
        arisesOn,
        dueDate,
        goodsAreOut,
        covered && assessed);
  }
}
