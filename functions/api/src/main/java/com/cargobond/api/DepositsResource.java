package com.cargobond.api;

import com.cargobond.domain.guarantee.RefusalCode;
import com.cargobond.domain.guarantee.Refused;
import com.cargobond.domain.identity.DepositId;
import com.cargobond.domain.input.BrokenRule;
import com.cargobond.store.DepositDesk;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is known about a deposit. */
@Path("/v1/deposits")
@Tag(name = "Deposits")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.BANK, Role.CUSTOMS, Role.OPS})
public class DepositsResource {

  private final DepositDesk desk;

  DepositsResource(DepositDesk desk) {
    this.desk = desk;
  }

  @GET
  @Path("/{depositId}")
  @Operation(summary = "Where the money is, its refunds, and what needs a person")
  public DepositView get(@PathParam("depositId") String depositId) {
    return id(depositId)
        .flatMap(desk::find)
        .map(DepositView::of)
        .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND, "there is no such deposit"));
  }

  private static Optional<DepositId> id(String text) {
    try {
      return Optional.of(new DepositId(text));
    } catch (BrokenRule malformed) {
      return Optional.empty();
    }
  }
}
