package com.cargobond.api.shipment;

import com.cargobond.api.frame.answer.Amount;
import com.cargobond.api.frame.caller.Role;
import com.cargobond.api.frame.request.PageSize;
import com.cargobond.api.guarantee.GuaranteeAccess;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.money.Money;
import com.cargobond.domain.shipment.Cover.Hold;
import com.cargobond.domain.shipment.Shipment;
import com.cargobond.store.ledger.Page;
import com.cargobond.store.shipment.ShipmentLedger;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What holds a guarantee's limit. */
@Path("/v1/guarantees/{id}/shipments")
@Tag(name = "Guarantees")
@Produces(MediaType.APPLICATION_JSON)
public class OpenHoldsResource {

  private final ShipmentLedger ledger;
  private final GuaranteeAccess access;

  OpenHoldsResource(ShipmentLedger ledger, GuaranteeAccess access) {
    this.ledger = ledger;
    this.access = access;
  }

  /** A page of open holds. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record OpenHolds(List<OpenHold> shipments, String after) {}

  /** What one shipment holds of the guarantee. */
  public record OpenHold(
      String operator, String houseWaybill, Amount reserved, Amount openDemands, Amount held) {}

  @GET
  @RolesAllowed({Role.BANK, Role.CUSTOMS, Role.OPS, Role.CARRIER})
  @SecurityRequirement(
      name = "SecurityScheme",
      scopes = {Role.BANK, Role.CUSTOMS, Role.OPS, Role.CARRIER})
  @Operation(
      operationId = "listOpenHolds",
      summary = "What holds a guarantee's limit",
      description = "The shipments for which something is reserved or demanded, a page at a time.")
  public OpenHolds list(
      @PathParam("id") String id,
      @QueryParam("limit") @DefaultValue("50") String limit,
      @QueryParam("after") String after) {
    int pageSize = PageSize.read(limit);
    Guarantee guarantee = access.guarantee(id);
    Page<ShipmentId> page = ledger.openHolds(guarantee.id(), pageSize, Optional.ofNullable(after));
    Map<ShipmentId, Shipment> shipments = shipments(page.items());
    return new OpenHolds(
        page.items().stream()
            .map(shipments::get)
            // What was let go since the page was read is not open any more.
            .filter(shipment -> shipment.openHolds().containsKey(guarantee.id()))
            .map(shipment -> openHold(shipment, guarantee))
            .toList(),
        page.after().orElse(null));
  }

  private Map<ShipmentId, Shipment> shipments(List<ShipmentId> ids) {
    return ids.isEmpty()
        ? Map.of()
        : ledger.read(ids).entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, read -> read.getValue().value()));
  }

  private static OpenHold openHold(Shipment shipment, Guarantee guarantee) {
    List<Hold> holds = shipment.openHolds().get(guarantee.id());
    long reserved = holds.stream().mapToLong(hold -> hold.holding().reserved()).sum();
    long demands = holds.stream().mapToLong(hold -> hold.holding().openDemands()).sum();
    return new OpenHold(
        shipment.id().operator().value(),
        shipment.id().houseWaybill().value(),
        amount(reserved, guarantee),
        amount(demands, guarantee),
        amount(reserved + demands, guarantee));
  }

  private static Amount amount(long minor, Guarantee guarantee) {
    return Amount.of(new Money(minor, guarantee.currency()));
  }
}
