package com.cargobond.api;

import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.RefusalCode;
import com.cargobond.domain.guarantee.Refused;
import com.cargobond.store.Ledger;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What Customs demands on a guarantee. */
@Path("/v1/guarantees/{id}/demands")
@Tag(name = "Demands")
@Produces(MediaType.APPLICATION_JSON)
public class GuaranteeDemandsResource {

  private final Ledger ledger;

  GuaranteeDemandsResource(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The demands on one guarantee. */
  public record Demands(List<DemandView> demands) {}

  @GET
  @RolesAllowed(Role.BANK)
  @Operation(summary = "Every demand on the guarantee")
  public Demands list(@PathParam("id") String id) {
    GuaranteeId guarantee = GuaranteesResource.guaranteeId(id);
    if (ledger.guarantee(guarantee).isEmpty()) {
      throw new Refused(RefusalCode.NOT_FOUND, "there is no guarantee " + id);
    }
    return new Demands(ledger.demands(guarantee).stream().map(DemandView::of).toList());
  }
}
