package com.cargobond.api.shipment;

import com.cargobond.api.frame.caller.Role;
import com.cargobond.api.frame.request.JsonBodies;
import com.cargobond.api.frame.request.Reason;
import com.cargobond.api.guarantee.DemandView;
import com.cargobond.domain.input.FieldReader;
import com.cargobond.domain.input.Text;
import com.cargobond.domain.shipment.BankFact.Decision;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The bank's steps on one demand. */
@Path("/v1/demands/{demandId}")
@Tag(name = "Demands")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.BANK)
@SecurityRequirement(name = "SecurityScheme", scopes = Role.BANK)
public class DemandsResource {

  private final DemandCommands commands;
  private final JsonBodies bodies;
  private final ShipmentAccess access;

  DemandsResource(DemandCommands commands, JsonBodies bodies, ShipmentAccess access) {
    this.commands = commands;
    this.bodies = bodies;
    this.access = access;
  }

  @POST
  @Path("/decision")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "decideDemand",
      summary = "Comply with or reject a demand",
      description = "The bank answers a demand that is open; to reject it, it says why.")
  public DemandView decide(
      @PathParam("demandId") String demandId,
      @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Decision")))
          byte[] body) {
    DecisionBody decided = bodies.read(body, DecisionBody::read);
    access.requireDemand(demandId);
    return DemandView.of(commands.decide(demandId, decided.decision, decided.reason));
  }

  @POST
  @Path("/payment")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "payDemand",
      summary = "The bank has paid Customs",
      description = "Names the payment by which the bank met a demand that it complies with.")
  public DemandView pay(
      @PathParam("demandId") String demandId,
      @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Payment")))
          byte[] body) {
    PaymentBody paid = bodies.read(body, PaymentBody::read);
    access.requireDemand(demandId);
    return DemandView.of(commands.pay(demandId, paid.paymentRef, paid.paidOn));
  }

  @POST
  @Path("/reimbursement")
  @Operation(
      operationId = "reimburseDemand",
      summary = "The principal has paid the bank back",
      description = "Closes a demand that the bank has paid.")
  public DemandView reimburse(@PathParam("demandId") String demandId) {
    access.requireDemand(demandId);
    return DemandView.of(commands.reimburse(demandId));
  }

  record PaymentBody(String paymentRef, Optional<LocalDate> paidOn) {

    static PaymentBody read(FieldReader in) {
      return new PaymentBody(in.text("paymentRef", Text::reference), in.optionalDate("paidOn"));
    }
  }

  record DecisionBody(Decision decision, Optional<String> reason) {

    static DecisionBody read(FieldReader in) {
      DecisionBody body =
          new DecisionBody(
              in.choice("decision", Decision.class),
              in.optionalFreeText("reason", Reason.LENGTH_MAX));
      if (body.decision == Decision.REJECT && !in.has("reason")) {
        in.violation("reason", "is required to reject");
      }
      return body;
    }
  }
}
