package com.cargobond.api.guarantee;

import com.cargobond.api.frame.caller.Role;
import com.cargobond.api.frame.request.PageSize;
import com.cargobond.api.frame.request.PageToken;
import com.cargobond.api.frame.request.QueryParameters;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.GuaranteeStatus;
import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.domain.input.BrokenRule;
import com.cargobond.store.guarantee.GuaranteeLedger;
import com.cargobond.store.guarantee.ListedGuarantee;
import com.cargobond.store.ledger.Page;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The guarantees that are the caller's to see. */
@Path("/v1/guarantees")
@Tag(name = "Guarantees")
@Produces(MediaType.APPLICATION_JSON)
public class GuaranteeListResource {

  private final GuaranteeLedger guarantees;
  private final GuaranteeAccess access;

  GuaranteeListResource(GuaranteeLedger guarantees, GuaranteeAccess access) {
    this.guarantees = guarantees;
    this.access = access;
  }

  /** A page of guarantees; the last one has no {@code after}, any page may have no guarantees. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Guarantees(List<GuaranteeView> guarantees, String after) {}

  @GET
  @RolesAllowed({Role.BANK, Role.CUSTOMS, Role.OPS, Role.CARRIER})
  @SecurityRequirement(
      name = "SecurityScheme",
      scopes = {Role.BANK, Role.CUSTOMS, Role.OPS, Role.CARRIER})
  @Operation(
      operationId = "listGuarantees",
      summary = "The guarantees that the caller may see",
      description =
          "A page at a time; by registrationNo the one that Customs registered under it. limit"
              + " bounds how many are looked through for a page.")
  public Guarantees list(
      @QueryParam("registrationNo") String registrationNo,
      @QueryParam("status") String status,
      @QueryParam("limit") @DefaultValue("50") String limit,
      @QueryParam("after") String after) {
    int size = PageSize.read(limit);
    Optional<String> from = PageToken.read(after, GuaranteeListResource::isId);
    Optional<GuaranteeStatus> wanted =
        QueryParameters.parse("status", status, GuaranteeListResource::status);
    Predicate<ListedGuarantee> isAsked =
        listed -> wanted.filter(one -> one != listed.status()).isEmpty() && access.reaches(listed);
    Optional<RegistrationNo> number =
        QueryParameters.parse("registrationNo", registrationNo, RegistrationNo::new);
    if (number.isPresent()) {
      return new Guarantees(registeredAs(number.get(), isAsked), null);
    }
    Page<ListedGuarantee> page = guarantees.list(size, from);
    List<GuaranteeView> views =
        page.items().stream()
            .filter(isAsked)
            .flatMap(listed -> guarantees.find(listed.id()).stream())
            .map(GuaranteeView::of)
            .toList();
    return new Guarantees(views, page.after().orElse(null));
  }

  private List<GuaranteeView> registeredAs(
      RegistrationNo number, Predicate<ListedGuarantee> isAsked) {
    return guarantees.find(number).stream()
        .filter(guarantee -> isAsked.test(ListedGuarantee.of(guarantee)))
        .map(GuaranteeView::of)
        .toList();
  }

  private static GuaranteeStatus status(String text) {
    return Arrays.stream(GuaranteeStatus.values())
        .filter(status -> status.name().equals(text))
        .findFirst()
        .orElseThrow(
            () -> new BrokenRule("must be one of " + Arrays.toString(GuaranteeStatus.values())));
  }

  private static boolean isId(String text) {
    try {
      return !new GuaranteeId(text).value().isEmpty();
    } catch (BrokenRule malformed) {
      return false;
    }
  }
}
