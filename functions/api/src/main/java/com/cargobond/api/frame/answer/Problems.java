package com.cargobond.api.frame.answer;

import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.ledger.Refused;
import com.cargobond.store.ledger.BusyLedger;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what went wrong into a {@link Problem}. */
class Problems {

  private static final Logger LOG = Logger.getLogger(Problems.class);

  @ServerExceptionMapper
  Response invalid(InvalidInput invalid) {
    return Problem.of(invalid).response();
  }

  @ServerExceptionMapper
  Response refused(Refused refused) {
    return Problem.of(refused).response();
  }

  @ServerExceptionMapper
  Response tooLarge(BodyTooLarge tooLarge) {
    return Problem.of("body-too-large", "The body is too large", 413, tooLarge.getMessage())
        .response();
  }

  @ServerExceptionMapper
  Response busy(BusyLedger busy) {
    return Problem.unavailable().response();
  }

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  Response unauthorized() {
    return Response.fromResponse(
            Problem.of("unauthorized", "Not authenticated", 401, "send a valid bearer token")
                .response())
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .build();
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException forbidden) {
    return Problem.forbidden("the caller's role or business does not allow this").response();
  }

  @ServerExceptionMapper
  Response http(WebApplicationException http) {
    return Problem.of(http.getResponse().getStatusInfo()).response();
  }

  @ServerExceptionMapper
  Response unexpected(Throwable unexpected) {
    String reference = UUID.randomUUID().toString();
    LOG.errorf(unexpected, "unexpected error %s", reference);
    return Problem.of("unexpected", "Unexpected error", 500, "reference " + reference).response();
  }
}
