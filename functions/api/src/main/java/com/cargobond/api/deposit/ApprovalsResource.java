package com.cargobond.api.deposit;

import com.cargobond.api.frame.caller.Role;
import com.cargobond.api.frame.request.PageSize;
import com.cargobond.api.frame.request.Period;
import com.cargobond.domain.deposit.Decisions;
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

/** What Customs approved in a period: for the daily reconciliation with its own list. */
@Path("/v1/approvals")
@Tag(name = "Deposits")
@Produces(MediaType.APPLICATION_JSON)
public class ApprovalsResource {

  private final DepositLedger deposits;
  private final DepositAccess access;

  ApprovalsResource(DepositLedger deposits, DepositAccess access) {
    this.deposits = deposits;
    this.access = access;
  }

  /** A page of approvals; the last one has no {@code after}, any page may have no approvals. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Approvals(List<ListedApprovalView> approvals, String after) {}

  @GET
  @RolesAllowed({Role.BANK, Role.CUSTOMS, Role.OPS})
  @SecurityRequirement(
      name = "SecurityScheme",
      scopes = {Role.BANK, Role.CUSTOMS, Role.OPS})
  @Operation(
      operationId = "listApprovals",
      summary = "Refunds and conversions that Customs decided on in a period",
      description =
          "A page at a time, for the daily reconciliation with Customs' own list. limit bounds the"
              + " deposits that are looked through for a page.")
  public Approvals list(
      @Parameter(required = true) @QueryParam("from") String from,
      @Parameter(required = true) @QueryParam("to") String to,
      @QueryParam("limit") @DefaultValue("100") String limit,
      @QueryParam("after") String after) {
    int size = PageSize.read(limit);
    Period<DepositId> period = Period.read(from, to, after, DepositId::new);
    Page<Deposit> page = deposits.all(size, period.after().map(DepositId::value));
    return new Approvals(
        page.items().stream()
            .filter(access::reaches)
            .flatMap(deposit -> decided(deposit, period))
            .toList(),
        page.after().orElse(null));
  }

  private static Stream<ListedApprovalView> decided(Deposit deposit, Period<DepositId> period) {
    return Decisions.of(deposit).stream()
        .filter(decision -> period.covers(decision.at()))
        .map(decision -> ListedApprovalView.of(deposit, decision));
  }
}
