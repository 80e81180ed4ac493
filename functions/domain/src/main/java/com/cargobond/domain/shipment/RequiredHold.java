package com.cargobond.domain.shipment;

import com.cargobond.domain.duty.ShipmentClass;
import com.cargobond.domain.guarantee.GuaranteeTerms;
import com.cargobond.domain.guarantee.Holding;
import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.domain.guarantee.ReservationRequest;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.shipment.CustomsFact.DeclarationFiled;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * What the facts about one declaration require to be held, in minor units of its currency. Two
 * equal values mean that nothing that moves money has changed.
 *
 * @param named the version of the declaration that names the guarantee
 * @param filed the version that says what is owed
 * @param dueDate last day of payment as first counted from the declaration: a notice that names a
 *     later day does not end cover
 * @param obligation duty and late charge, whether paid or not
 * @param outstanding what the debtor has not paid of it
 * @param claimsOnOutstanding what the guarantor paid of that, and not of what has fallen away
 * @param demands what Customs demands of the guarantor
 * @param paidClaims what the guarantor paid
 * @param untoldClaims what of that the treasury tells of and the bank does not: open demands are
 *     paid with it
 * @param goodsAreOut whether the guarantor is liable in any case
 * @param assessed whether the duty is known rather than estimated
 * @param cancelled the declaration was cancelled before release
 * @param demanded whether Customs ever demanded anything for it
 * @param discharged whether Customs' latest word is that the duty falls away
 * @param acceptedAt when Customs accepted it on this house waybill
 */
public record RequiredHold(
    DeclarationFiled named,
    DeclarationFiled filed,
    LocalDate arisesOn,
    LocalDate dueDate,
    long obligation,
    long outstanding,
    long claimsOnOutstanding,
    List<OpenDemand> demands,
    long paidClaims,
    long untoldClaims,
    boolean goodsAreOut,
    boolean assessed,
    boolean cancelled,
    boolean demanded,
    boolean discharged,
    Instant acceptedAt) {

  /** A demand that neither party has ended. */
  public record OpenDemand(LocalDate madeOn, long minor) {}

  public RequiredHold {
    demands = List.copyOf(demands);
  }

  /**
   * What the declaration must hold of a guarantee: what is outstanding is reserved, as far as it is
   * not demanded or paid by the guarantor. A demand after the suretyship period takes nothing.
   * Where the guarantee does not revolve, the rest of the obligation is consumed.
   */
  public Holding holding(GuaranteeTerms terms) {
    long demandedInTime =
        Sum.of(
            demands, demand -> demand.madeOn().isAfter(terms.suretyshipTo()) ? 0 : demand.minor());
    long openDemands = Math.max(0, demandedInTime - untoldClaims);
    long reserved = Math.max(0, outstanding - openDemands - claimsOnOutstanding);
    long rest = Math.max(0, obligation - reserved - openDemands - paidClaims);
    return new Holding(reserved, openDemands, paidClaims, terms.revolving() ? 0 : rest);
  }

  /** The guarantee that the declaration names. */
  public RegistrationNo registrationNo() {
    return named.registrationNo();
  }

  /** The currency of every amount here. */
  public Currency currency() {
    return named.estimatedDuty().currency();
  }

  /** Whether Customs has not taken the declaration back from this house waybill. */
  public boolean stands() {
    return !cancelled && !(discharged && outstanding == 0);
  }

  /** Whether Customs claims on the guarantor for it, or the guarantor has paid. */
  public boolean isClaimed() {
    return !demands.isEmpty() || paidClaims > 0;
  }

  /** What neither debtor nor guarantor has paid. */
  public long openMinor() {
    return Math.max(0, outstanding - claimsOnOutstanding);
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

  /**
   * What is asked of the guarantee if {@code increase} more must be taken.
   *
   * @param covered whether the declaration is covered, and nothing else was declared since
   */
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
        covered);
  }
}
