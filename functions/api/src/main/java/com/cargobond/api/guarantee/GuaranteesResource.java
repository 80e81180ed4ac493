package com.cargobond.api.guarantee;

import com.cargobond.api.frame.caller.Caller;
import com.cargobond.api.frame.caller.Role;
import com.cargobond.api.frame.request.IdempotencyKey;
import com.cargobond.api.frame.request.JsonBodies;
import com.cargobond.api.frame.request.Reason;
import com.cargobond.domain.event.Fingerprint;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.domain.input.FieldReader;
import com.cargobond.store.guarantee.GuaranteeLedger;
import com.cargobond.store.guarantee.RequestFingerprint;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
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

/** The life of guarantees. */
@Path("/v1/guarantees")
@Tag(name = "Guarantees")
@Produces(MediaType.APPLICATION_JSON)
public class GuaranteesResource {

  private final GuaranteeLedger guarantees;
  private final JsonBodies bodies;
  private final Caller caller;
  private final GuaranteeAccess access;
  private final GuaranteeCommands commands;

  GuaranteesResource(
      GuaranteeLedger guarantees,
      JsonBodies bodies,
      Caller caller,
      GuaranteeAccess access,
      GuaranteeCommands commands) {
    this.guarantees = guarantees;
    this.bodies = bodies;
    this.caller = caller;
    this.access = access;
    this.commands = commands;
  }

  @POST
  @RolesAllowed(Role.BANK)
  @SecurityRequirement(name = "SecurityScheme", scopes = Role.BANK)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "issueGuarantee",
      summary = "Issue a guarantee",
      description =
          "The bank gives its terms and submits it to Customs, which registers or refuses it.")
  @Parameter(
      name = IdempotencyKey.HEADER,
      in = ParameterIn.HEADER,
      description = "1 to 128 visible ASCII characters; the same key answers the same again",
      schema = @Schema(type = SchemaType.STRING))
  @APIResponse(
      responseCode = "201",
      description = "Issued; the same Idempotency-Key answers the same again",
      content = @Content(schema = @Schema(implementation = GuaranteeView.class)))
  public Response issue(
      @Context HttpHeaders headers,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(ref = "GuaranteeApplication")))
          byte[] body) {
    Map<String, Object> fields = bodies.object(body);
    GuaranteeApplication application = bodies.read(body, GuaranteeApplication::read);
    access.requireToIssueFor(application.terms().guarantor());
    Guarantee guarantee =
        guarantees.issue(
            IdempotencyKey.of(headers, caller),
            new RequestFingerprint(application.fingerprint(), Fingerprint.of(fields)),
            () -> new GuaranteeId(UUID.randomUUID().toString()),
            application.terms(),
            application.slices(),
            caller.decides("ISSUE"));
    return Response.status(Response.Status.CREATED)
        // As a header of its own: the framework makes any other absolute, by a host it guesses.
        .header(HttpHeaders.LOCATION, "/v1/guarantees/" + guarantee.id())
        .entity(GuaranteeView.of(guarantee))
        .build();
  }

  @POST
  @Path("/{id}/registration")
  @RolesAllowed(Role.CUSTOMS)
  @SecurityRequirement(name = "SecurityScheme", scopes = Role.CUSTOMS)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "registerGuarantee",
      summary = "Register a guarantee",
      description =
          "Customs accepts it: cover is effective from its first day, or from the day that is"
              + " named.")
  public GuaranteeView register(
      @PathParam("id") String id,
      @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Registration")))
          byte[] body) {
    RegistrationBody registration = bodies.read(body, RegistrationBody::read);
    return GuaranteeView.of(
        guarantees.register(
            access.guarantee(id).id(),
            registration.number,
            registration.acceptedOn,
            caller.decides("REGISTER")));
  }

  @POST
  @Path("/{id}/refusal")
  @RolesAllowed(Role.CUSTOMS)
  @SecurityRequirement(name = "SecurityScheme", scopes = Role.CUSTOMS)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "refuseGuarantee",
      summary = "Refuse a guarantee",
      description = "Customs does not accept what the bank submitted, and says why.")
  public GuaranteeView refuse(
      @PathParam("id") String id,
      @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Refusal")))
          byte[] body) {
    String reason = bodies.read(body, Reason::read);
    return change(id, "REFUSE", guarantee -> guarantee.refuse(reason));
  }

  @POST
  @Path("/{id}/suspension")
  @RolesAllowed(Role.CUSTOMS)
  @SecurityRequirement(name = "SecurityScheme", scopes = Role.CUSTOMS)
  @Operation(
      operationId = "suspendGuarantee",
      summary = "Suspend a guarantee",
      description = "Customs stops new reservations; what is reserved stays.")
  public GuaranteeView suspend(@PathParam("id") String id) {
    return change(id, "SUSPEND", Guarantee::suspend);
  }

  @POST
  @Path("/{id}/resumption")
  @RolesAllowed(Role.CUSTOMS)
  @SecurityRequirement(name = "SecurityScheme", scopes = Role.CUSTOMS)
  @Operation(
      operationId = "resumeGuarantee",
      summary = "Resume a guarantee",
      description = "Customs allows new reservations again.")
  public GuaranteeView resume(@PathParam("id") String id) {
    return change(id, "RESUME", Guarantee::resume);
  }

  @POST
  @Path("/{id}/cancellation")
  @RolesAllowed(Role.BANK)
  @SecurityRequirement(name = "SecurityScheme", scopes = Role.BANK)
  @Operation(
      operationId = "cancelGuarantee",
      summary = "Cancel a guarantee",
      description =
          "The bank gives notice: what is open runs off. A guarantee that was never registered is"
              + " closed at once.")
  public GuaranteeView cancel(@PathParam("id") String id) {
    return change(id, "CANCEL", Guarantee::cancel);
  }

  @POST
  @Path("/{id}/release")
  @RolesAllowed(Role.CUSTOMS)
  @SecurityRequirement(name = "SecurityScheme", scopes = Role.CUSTOMS)
  @Operation(
      operationId = "releaseGuarantee",
      summary = "Release a guarantee",
      description =
          "Customs releases the guarantor when the guarantee runs off and nothing is open.")
  public GuaranteeView release(@PathParam("id") String id) {
    return change(id, "RELEASE", Guarantee::release);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Role.BANK, Role.CUSTOMS, Role.OPS, Role.CARRIER})
  @SecurityRequirement(
      name = "SecurityScheme",
      scopes = {Role.BANK, Role.CUSTOMS, Role.OPS, Role.CARRIER})
  @Operation(
      operationId = "getGuarantee",
      summary = "A guarantee",
      description = "Its terms, status and position.")
  public GuaranteeView get(@PathParam("id") String id) {
    return GuaranteeView.of(access.guarantee(id));
  }

  record RegistrationBody(RegistrationNo number, Optional<LocalDate> acceptedOn) {

    static RegistrationBody read(FieldReader in) {
      return new RegistrationBody(
          in.text("registrationNo", RegistrationNo::new), in.optionalDate("acceptedOn"));
    }
  }

  private GuaranteeView change(String id, String decision, UnaryOperator<Guarantee> command) {
    return GuaranteeView.of(commands.carryOut(id, decision, command));
  }
}
