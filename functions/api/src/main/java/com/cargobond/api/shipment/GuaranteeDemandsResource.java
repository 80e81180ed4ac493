package com.cargobond.api.shipment;

import com.cargobond.api.frame.caller.Role;
import com.cargobond.api.frame.request.PageSize;
import com.cargobond.api.frame.request.PageToken;
import com.cargobond.api.guarantee.DemandView;
import com.cargobond.api.guarantee.GuaranteeAccess;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.input.Text;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What Customs demands on a guarantee. */
@Path("/v1/guarantees/{id}/demands")
@Tag(name = "Demands")
@Produces(MediaType.APPLICATION_JSON)
public class GuaranteeDemandsResource {

  private final ShipmentLedger shipments;
  private final GuaranteeAccess access;

  GuaranteeDemandsResource(ShipmentLedger shipments, GuaranteeAccess access) {
    this.shipments = shipments;
    this.access = access;
  }

  /** A page of the demands on one guarantee. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Demands(List<DemandView> demands, String after) {}

  @GET
  @RolesAllowed(Role.BANK)
  @SecurityRequirement(name = "SecurityScheme", scopes = Role.BANK)
  @Operation(
      operationId = "listGuaranteeDemands",
      summary = "The demands on a guarantee",
      description = "Every one, open or not, by their ids, a page at a time.")
  public Demands list(
      @PathParam("id") String id,
      @QueryParam("limit") @DefaultValue("50") String limit,
      @QueryParam("after") String after) {
    int pageSize = PageSize.read(limit);
    Optional<String> last = PageToken.read(after, Text::isReference);
    GuaranteeId guarantee = access.guarantee(id).id();
    Page<DemandView> page = shipments.demands(guarantee, pageSize, last).map(DemandView::of);
    return new Demands(page.items(), page.after().orElse(null));
  }
}
