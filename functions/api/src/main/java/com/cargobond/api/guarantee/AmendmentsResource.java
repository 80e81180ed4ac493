package com.cargobond.api.guarantee;

import com.cargobond.api.frame.caller.Role;
import com.cargobond.api.frame.request.IdempotencyKey;
import com.cargobond.api.frame.request.JsonBodies;
import com.cargobond.api.frame.request.Reason;
import com.cargobond.domain.guarantee.Amendment;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.ledger.RefusalCode;
import com.cargobond.domain.ledger.Refused;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The bank amends, and Customs answers what takes something from it. */
@Path("/v1/guarantees/{id}/amendments")
@Tag(name = "Guarantees")
@Produces(MediaType.APPLICATION_JSON)
public class AmendmentsResource {

  private static final Pattern VERSION = Pattern.compile("[1-9]\\d{0,8}");

  private final GuaranteeCommands commands;
  private final JsonBodies bodies;

  AmendmentsResource(GuaranteeCommands commands, JsonBodies bodies) {
    this.commands = commands;
    this.bodies = bodies;
  }

  @POST
  @RolesAllowed(Role.BANK)
  @SecurityRequirement(name = "SecurityScheme", scopes = Role.BANK)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "amendGuarantee",
      summary = "Extend, increase or reduce a guarantee",
      description =
          "What only favours the beneficiary is a new version at once. A reduction, a shortening"
              + " or a narrowing is proposed, and in force when Customs accepts it.")
  @Parameter(
      name = IdempotencyKey.HEADER,
      in = ParameterIn.HEADER,
      description = "1 to 128 visible ASCII characters; the same key amends once",
      schema = @Schema(type = SchemaType.STRING))
  @APIResponse(
      responseCode = "200",
      description = "A new version",
      content = @Content(schema = @Schema(implementation = GuaranteeView.class)))
  @APIResponse(
      responseCode = "202",
      description = "Proposed to Customs",
      content = @Content(schema = @Schema(implementation = AmendmentView.class)))
  public Response amend(
      @PathParam("id") String id,
      @Context HttpHeaders headers,
      @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Amendment")))
          byte[] body) {
    Amendment amendment = bodies.read(body, Amendment::read);
    Guarantee after = commands.amend(id, headers, amendment);
    return after
        .proposed()
        .filter(proposed -> proposed.isOpen() && proposed.amendment().equals(amendment))
        .map(proposed -> Response.accepted(AmendmentView.of(after, proposed)))
        .orElseGet(() -> Response.ok(GuaranteeView.of(after)))
        .build();
  }

  @POST
  @Path("/{version}/acceptance")
  @RolesAllowed(Role.CUSTOMS)
  @SecurityRequirement(name = "SecurityScheme", scopes = Role.CUSTOMS)
  @Operation(
      operationId = "acceptAmendment",
      summary = "Accept a proposed amendment",
      description = "Customs consents: the guarantee has a new version.")
  public GuaranteeView acceptAmendment(
      @PathParam("id") String id, @PathParam("version") String version) {
    int proposed = number(version);
    return GuaranteeView.of(
        commands.carryOut(id, "ACCEPT_AMENDMENT", g -> g.acceptAmendment(proposed)));
  }

  @POST
  @Path("/{version}/rejection")
  @RolesAllowed(Role.CUSTOMS)
  @SecurityRequirement(name = "SecurityScheme", scopes = Role.CUSTOMS)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "rejectAmendment",
      summary = "Reject a proposed amendment",
      description = "Customs does not consent, and says why: the terms stay.")
  public GuaranteeView rejectAmendment(
      @PathParam("id") String id,
      @PathParam("version") String version,
      @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Refusal")))
          byte[] body) {
    int proposed = number(version);
    String reason = bodies.read(body, Reason::read);
    return GuaranteeView.of(
        commands.carryOut(id, "REJECT_AMENDMENT", g -> g.rejectAmendment(proposed, reason)));
  }

  /** A version of another form was never proposed. */
  private static int number(String text) {
    if (!VERSION.matcher(text).matches()) {
      throw new Refused(RefusalCode.NOT_FOUND, "there is no such amendment");
    }
    return Integer.parseInt(text);
  }
}
