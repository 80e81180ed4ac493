package com.cargobond.api.shipment;

import com.cargobond.api.frame.caller.Access;
import com.cargobond.api.frame.caller.Caller;
import com.cargobond.api.frame.caller.Owners;
import com.cargobond.api.frame.caller.Role;
import com.cargobond.api.guarantee.GuaranteeAccess;
import com.cargobond.domain.guarantee.DemandId;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.identity.CnapsCode;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.shipment.NamedDeclarations;
import com.cargobond.domain.shipment.Shipment;
import com.cargobond.store.guarantee.GuaranteeLedger;
import com.cargobond.store.shipment.ShipmentLedger;
import jakarta.enterprise.context.RequestScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The shipments that are the caller's, and the demands that Customs makes for them: a shipment is
 * its operator's, the guarantors' who cover it, and the offices' that it was declared to.
 */
@RequestScoped
class ShipmentAccess {

  private final Access access;
  private final Caller caller;
  private final ShipmentLedger shipments;
  private final GuaranteeLedger guarantees;
  private final GuaranteeAccess guaranteeAccess;

  ShipmentAccess(
      Access access,
      Caller caller,
      ShipmentLedger shipments,
      GuaranteeLedger guarantees,
      GuaranteeAccess guaranteeAccess) {
    this.access = access;
    this.caller = caller;
    this.shipments = shipments;
    this.guarantees = guarantees;
    this.guaranteeAccess = guaranteeAccess;
  }

  /** The shipment with this operator and house waybill. */
  Shipment shipment(String operator, String houseWaybill) {
    Optional<Shipment> known =
        Access.parsed(operator + "/" + houseWaybill, ShipmentId::parse)
            .map(this::read)
            .filter(shipment -> !shipment.history().isEmpty());
    return access.own(known, this::owners, "shipment");
  }

  /** Refuses a demand on a guarantee of another bank. */
  void requireDemand(String id) {
    Optional<GuaranteeId> guarantee =
        Access.parsed(id, DemandId::new)
            .flatMap(
                demand ->
                    shipments
                        .ofDemand(demand)
                        .map(this::read)
                        .flatMap(shipment -> guaranteeOf(demand, shipment)));
    guaranteeAccess.requireOn(guarantee, "demand");
  }

  private Owners owners(Shipment shipment) {
    return new Owners(
        Set.of(shipment.id().operator()),
        guarantors(shipment),
        Owners.offices(NamedDeclarations.of(shipment)));
  }

  /** Read only where it decides something: it costs a read for each guarantee. */
  private Set<CnapsCode> guarantors(Shipment shipment) {
    if (!caller.is(Role.BANK)) {
      return Set.of();
    }
    return shipment.covers().values().stream()
        .flatMap(cover -> cover.guarantee().stream())
        .distinct()
        .flatMap(id -> guarantees.find(id).stream())
        .map(guarantee -> guarantee.terms().guarantor().cnaps())
        .collect(Collectors.toSet());
  }

  private Shipment read(ShipmentId id) {
    return shipments.read(id).value();
  }

  private static Optional<GuaranteeId> guaranteeOf(DemandId demand, Shipment shipment) {
    return shipment.demands().entrySet().stream()
        .filter(entry -> entry.getKey().id().equals(demand))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
