package com.cargobond.api;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.identity.Uscc;
import com.cargobond.domain.input.BrokenRule;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The caller of this request, and what is its own. */
@RequestScoped
class Caller {

  private final SecurityIdentity identity;
  private final JsonWebToken token;
  private final Clock clock;

  Caller(SecurityIdentity identity, JsonWebToken token, Clock clock) {
    this.identity = identity;
    this.token = token;
    this.clock = clock;
  }

  boolean is(String role) {
    return identity.hasRole(role);
  }

  /** Whether the business of this operator is open to the caller: a carrier sees its own only. */
  boolean maySee(Uscc operator) {
    return !is(Role.CARRIER) || operator().filter(operator::equals).isPresent();
  }

  /** Refuses a carrier that is not the guarantee's principal. */
  void requireAccess(Guarantee guarantee) {
    if (!maySee(guarantee.terms().principal().uscc())) {
      throw new ForbiddenException("the guarantee belongs to another principal");
    }
  }

  /** Keeps the idempotency keys of different callers apart. */
  String name() {
    return Optional.ofNullable(token.getSubject()).orElse("");
  }

  /** For the audit trail: who decides, now. */
  Cause decides(String decision, String... messageIds) {
    String roles = identity.getRoles().stream().sorted().collect(Collectors.joining("+"));
    return new Cause(roles + "/" + name(), decision, List.of(messageIds), clock.instant());
  }

  private Optional<Uscc> operator() {
    try {
      return Optional.ofNullable(token.<Object>getClaim("uscc"))
          .map(Object::toString)
          .map(Uscc::new);
    } catch (BrokenRule malformed) {
      return Optional.empty();
    }
  }
}
