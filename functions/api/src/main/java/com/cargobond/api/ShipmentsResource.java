package com.cargobond.api;

import com.cargobond.domain.guarantee.RefusalCode;
import com.cargobond.domain.guarantee.Refused;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.shipment.Shipment;
import com.cargobond.store.Ledger;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is known about a shipment. */
@Path("/v1/shipments")
@Tag(name = "Shipments")
@Produces(MediaType.APPLICATION_JSON)
public class ShipmentsResource {

  private final Ledger ledger;
  private final Caller caller;

  ShipmentsResource(Ledger ledger, Caller caller) {
    this.ledger = ledger;
    this.caller = caller;
  }

  @GET
  @Path("/{uscc}/{houseWaybill}")
  @RolesAllowed({Role.CARRIER, Role.CUSTOMS, Role.BANK, Role.OPS})
  @Operation(summary = "Status, cover, exceptions and history")
  public ShipmentView get(
      @PathParam("uscc") String uscc, @PathParam("houseWaybill") String houseWaybill) {
    ShipmentId id = shipmentId(uscc + "/" + houseWaybill);
    // A carrier learns nothing about another's shipment, not even that it exists.
    if (!caller.maySee(id.operator())) {
      throw notFound();
    }
    Shipment shipment = ledger.shipments(Set.of(id)).get(id).value();
    if (shipment.history().isEmpty()) {
      throw notFound();
    }
    return ShipmentView.of(shipment);
  }

  private static ShipmentId shipmentId(String text) {
    try {
      return ShipmentId.parse(text);
    } catch (BrokenRule malformed) {
      throw notFound();
    }
  }

  private static Refused notFound() {
    return new Refused(RefusalCode.NOT_FOUND, "there is no such shipment");
  }
}
