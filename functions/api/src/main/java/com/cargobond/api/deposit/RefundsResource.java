package com.cargobond.api.deposit;

import com.cargobond.api.frame.caller.Caller;
import com.cargobond.api.frame.caller.Role;
import com.cargobond.api.frame.request.JsonBodies;
import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.deposit.RefundId;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.input.FieldReader;
import com.cargobond.domain.ledger.RefusalCode;
import com.cargobond.domain.ledger.Refused;
import com.cargobond.domain.payment.ApprovalNo;
import com.cargobond.domain.payment.PaymentOutcome;
import com.cargobond.store.deposit.DepositExceptions;
import com.cargobond.store.deposit.DepositLedger;
import com.cargobond.store.ledger.ExceptionLedger;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One refund, and what bank and operations do about it. */
@Path("/v1/refunds/{refundId}")
@Tag(name = "Deposits")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RefundsResource {

  private final DepositLedger deposits;
  private final ExceptionLedger exceptions;
  private final JsonBodies bodies;
  private final Caller caller;
  private final DepositAccess access;

  RefundsResource(
      DepositLedger deposits,
      ExceptionLedger exceptions,
      JsonBodies bodies,
      Caller caller,
      DepositAccess access) {
    this.deposits = deposits;
    this.exceptions = exceptions;
    this.bodies = bodies;
    this.caller = caller;
    this.access = access;
  }

  @GET
  @RolesAllowed({Role.BANK, Role.CUSTOMS, Role.OPS})
  @SecurityRequirement(
      name = "SecurityScheme",
      scopes = {Role.BANK, Role.CUSTOMS, Role.OPS})
  @Operation(
      operationId = "getRefund",
      summary = "A refund",
      description = "With its attempts, and the deposit that it is of.")
  public PaidRefundView get(@PathParam("refundId") String refundId) {
    RefundId id = id(refundId);
    Deposit deposit = access.depositOf(id);
    return deposit
        .refund(id)
        .map(refund -> PaidRefundView.of(deposit, refund))
        .orElseThrow(RefundsResource::notFound);
  }

  @POST
  @Path("/outcome")
  @RolesAllowed(Role.BANK)
  @SecurityRequirement(name = "SecurityScheme", scopes = Role.BANK)
  @Operation(
      operationId = "reportRefundOutcome",
      summary = "Say what became of a payment",
      description = "The bank that pays tells the outcome of one attempt; twice is once.")
  public DepositView outcome(
      @PathParam("refundId") String refundId,
      @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Outcome")))
          byte[] body) {
    access.requirePayingBank();
    OutcomeBody told = bodies.read(body, OutcomeBody::read);
    Cause cause = caller.decides(told.outcome.name(), told.uetr.value());
    Optional<Deposit> deposit = known(refundId).flatMap(deposits::find);
    if (deposit.isEmpty()) {
      DepositExceptions.toldOfUnknown(refundId, told.uetr, told.outcome, caller.name(), cause.at())
          .ifPresent(exception -> exceptions.open(exception, caller.name()));
      throw notFound();
    }
    RefundId refund = id(refundId);
    return DepositView.of(
        deposits.change(
            deposit.get().id(),
            before -> before.told(refund, told.uetr, told.outcome, told.reason, cause.at()),
            cause));
  }

  @POST
  @Path("/repair")
  @RolesAllowed(Role.OPS)
  @SecurityRequirement(name = "SecurityScheme", scopes = Role.OPS)
  @Operation(
      operationId = "repairRefund",
      summary = "Pay a refund again",
      description = "To the account of the payer that Customs approved under this number.")
  public DepositView repair(
      @PathParam("refundId") String refundId,
      @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Repair")))
          byte[] body) {
    RepairBody repair = bodies.read(body, RepairBody::read);
    RefundId refund = id(refundId);
    Cause cause = caller.decides("REPAIR", repair.approvalNo.value());
    Deposit deposit = access.depositOf(refund);
    return DepositView.of(
        deposits.change(
            deposit.id(), before -> before.repair(refund, repair.approvalNo, cause.at()), cause));
  }

  private static Optional<RefundId> known(String text) {
    try {
      return Optional.of(new RefundId(text));
    } catch (BrokenRule malformed) {
      return Optional.empty();
    }
  }

  private static RefundId id(String text) {
    return known(text).orElseThrow(RefundsResource::notFound);
  }

  private static Refused notFound() {
    return new Refused(RefusalCode.NOT_FOUND, "there is no such refund");
  }

  record OutcomeBody(Uetr uetr, PaymentOutcome outcome, Optional<String> reason) {

    static OutcomeBody read(FieldReader in) {
      OutcomeBody body =
          new OutcomeBody(
              in.text("uetr", Uetr::new),
              in.choice("outcome", PaymentOutcome.class),
              in.optionalText("reason", PaymentOutcome::reasonCode));
      if (body.outcome != null && body.outcome != PaymentOutcome.SETTLED && !in.has("reason")) {
        in.violation("reason", "is required unless it settled");
      }
      return body;
    }
  }

  record RepairBody(ApprovalNo approvalNo) {

    static RepairBody read(FieldReader in) {
      return new RepairBody(in.text("approvalNo", ApprovalNo::new));
    }
  }
}
