package com.cargobond.api.deposit;

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

/** What is known about a deposit. */
@Path("/v1/deposits")
@Tag(name = "Deposits")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.BANK, Role.CUSTOMS, Role.OPS})
@SecurityRequirement(
    name = "SecurityScheme",
    scopes = {Role.BANK, Role.CUSTOMS, Role.OPS})
public class DepositsResource {

  private final DepositAccess access;

  DepositsResource(DepositAccess access) {
    this.access = access;
  }

  @GET
  @Path("/{depositId}")
  @Operation(
      operationId = "getDeposit",
      summary = "A deposit",
      description =
          "Where the money is, what Customs approved, its refunds, and what needs a person.")
  public DepositView get(@PathParam("depositId") String depositId) {
    return DepositView.of(access.deposit(depositId));
  }
}
