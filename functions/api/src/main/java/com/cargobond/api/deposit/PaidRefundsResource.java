package com.cargobond.api.deposit;

import com.cargobond.api.frame.caller.Role;
import com.cargobond.api.frame.request.PageSize;
import com.cargobond.api.frame.request.Period;
import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.deposit.DepositId;
import com.cargobond.store.deposit.DepositLedger;
import com.cargobond.store.ledger.Page;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was paid back, and what came back, in a period: for the daily reconciliation. */
@Path("/v1/refunds")
@Tag(name = "Deposits")
@Produces(MediaType.APPLICATION_JSON)
public class PaidRefundsResource {

  private final DepositLedger deposits;
  private final DepositAccess access;

  PaidRefundsResource(DepositLedger deposits, DepositAccess access) {
    this.deposits = deposits;
    this.access = access;
  }

  /** A page of refunds; the last one has no {@code after}, any page may have no refunds. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PaidRefunds(List<PaidRefundView> refunds, String after) {}

  @GET
  @RolesAllowed({Role.BANK, Role.OPS})
  @SecurityRequirement(
      name = "SecurityScheme",
      scopes = {Role.BANK, Role.OPS})
  @Operation(
      operationId = "listPaidRefunds",
      summary = "Refunds that were paid or came back in a period",
      description =
          "Those with an attempt that settled or was returned then, a page at a time, for the"
              + " daily reconciliation. limit bounds the deposits that are looked through for a"
              + " page.")
  public PaidRefunds list(
      @Parameter(required = true) @QueryParam("from") String from,
      @Parameter(required = true) @QueryParam("to") String to,
      @QueryParam("limit") @DefaultValue("100") String limit,
      @QueryParam("after") String after) {
    int size = PageSize.read(limit);
    Period<DepositId> period = Period.read(from, to, after, DepositId::new);
    Page<Deposit> page = deposits.all(size, period.after().map(DepositId::value));
    return new PaidRefunds(
        page.items().stream()
            .filter(access::reaches)
            .flatMap(deposit -> paid(deposit, period))
            .toList(),
        page.after().orElse(null));
  }

  private static Stream<PaidRefundView> paid(Deposit deposit, Period<DepositId> period) {
    return deposit.refunds().stream()
        .filter(
            refund ->
                refund.attempts().stream()
                    .anyMatch(attempt -> attempt.movedMoney(period.first(), period.end())))
        .map(refund -> PaidRefundView.of(deposit, refund));
  }
}
