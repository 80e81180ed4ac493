package com.cargobond.api;

import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.identity.DepositId;
import com.cargobond.domain.input.FieldReader;
import com.cargobond.store.Ledger;
import com.cargobond.store.Page;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was paid back, and what came back, in a period: for the daily reconciliation. */
@Path("/v1/refunds")
@Tag(name = "Deposits")
@Produces(MediaType.APPLICATION_JSON)
public class PaidRefundsResource {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Ledger ledger;

  PaidRefundsResource(Ledger ledger) {
    this.ledger = ledger;
  }

  /** A page of refunds; the last one has no {@code after}, any page may have no refunds. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PaidRefunds(List<PaidRefundView> refunds, String after) {}

  /** Days in China Standard Time, both included. */
  private record Query(LocalDate from, LocalDate to, Optional<DepositId> after) {

    static Query read(FieldReader in) {
      Query query =
          new Query(in.date("from"), in.date("to"), in.optionalText("after", DepositId::new));
      if (query.from != null && query.to != null && query.to.isBefore(query.from)) {
        in.violation("to", "must not be before from");
      }
      return query;
    }
  }

  @GET
  @RolesAllowed({Role.BANK, Role.OPS})
  @Operation(
      summary = "Refunds with an attempt that settled or came back in a period, a page at a time",
      description = "limit bounds the deposits that are looked through for a page.")
  public PaidRefunds list(
      @Parameter(required = true) @QueryParam("from") String from,
      @Parameter(required = true) @QueryParam("to") String to,
      @Parameter(schema = @Schema(type = SchemaType.INTEGER))
          @QueryParam("limit")
          @DefaultValue("100")
          String limit,
      @QueryParam("after") String after) {
    int deposits = PageSize.read(limit);
    Query query = FieldReader.read(fields(from, to, after), Query::read);
    Page<Deposit> page = ledger.allDeposits(deposits, query.after.map(DepositId::value));
    Instant first = query.from.atStartOfDay(ZONE).toInstant();
    Instant end = query.to.plusDays(1).atStartOfDay(ZONE).toInstant();
    return new PaidRefunds(
        page.items().stream().flatMap(deposit -> paid(deposit, first, end)).toList(),
        page.after().orElse(null));
  }

  private static Stream<PaidRefundView> paid(Deposit deposit, Instant first, Instant end) {
    return deposit.refunds().stream()
        .filter(
            refund ->
                refund.attempts().stream().anyMatch(attempt -> attempt.movedMoney(first, end)))
        .map(refund -> PaidRefundView.of(deposit, refund));
  }

  private static Map<String, String> fields(String from, String to, String after) {
    Map<String, String> fields = new HashMap<>();
    fields.put("from", from);
    fields.put("to", to);
    fields.put("after", after);
    return fields;
  }
}
