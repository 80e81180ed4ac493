package com.cargobond.api.shipment;

import com.cargobond.api.frame.caller.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is known about a shipment. */
@Path("/v1/shipments")
@Tag(name = "Shipments")
@Produces(MediaType.APPLICATION_JSON)
public class ShipmentsResource {

  private final ShipmentAccess access;

  ShipmentsResource(ShipmentAccess access) {
    this.access = access;
  }

  @GET
  @Path("/{uscc}/{houseWaybill}")
  @RolesAllowed({Role.CARRIER, Role.CUSTOMS, Role.BANK, Role.OPS})
  @SecurityRequirement(
      name = "SecurityScheme",
      scopes = {Role.CARRIER, Role.CUSTOMS, Role.BANK, Role.OPS})
  @Operation(
      operationId = "getShipment",
      summary = "A shipment",
      description = "Its status, cover and exceptions, and what each event did.")
  public ShipmentView get(
      @PathParam("uscc") String uscc, @PathParam("houseWaybill") String houseWaybill) {
    return ShipmentView.of(access.shipment(uscc, houseWaybill));
  }
}
