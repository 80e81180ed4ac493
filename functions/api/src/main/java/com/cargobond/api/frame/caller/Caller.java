package com.cargobond.api.frame.caller;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.identity.CnapsCode;
import com.cargobond.domain.identity.DistrictCode;
import com.cargobond.domain.identity.Uscc;
import com.cargobond.domain.input.BrokenRule;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who calls, as the token says. What a claim does not say rightly it does not say: its bearer is
 * then nobody in particular, and nothing is its own.
 */
@RequestScoped
public class Caller {

  private final SecurityIdentity identity;
  private final JsonWebToken token;
  private final Clock clock;

  Caller(SecurityIdentity identity, JsonWebToken token, Clock clock) {
    this.identity = identity;
    this.token = token;
    this.clock = clock;
  }

  /** Whether the caller has a role of {@link Role}. */
  public boolean is(String role) {
    return identity.hasRole(role);
  }

  /** The carrier that calls. */
  public Optional<Uscc> operator() {
    return claim("uscc", Uscc::new);
  }

  /** The bank that calls. */
  public Optional<CnapsCode> bank() {
    return claim("cnaps", CnapsCode::new);
  }

  /** The district of Customs that calls, or the office in it. */
  public Optional<DistrictCode> district() {
    return claim("district", DistrictCode::new);
  }

  /** The person or system that acts. */
  public String name() {
    return Optional.ofNullable(token.getSubject()).orElse("");
  }

  /** For the audit trail: who decides, now. */
  public Cause decides(String decision, String... messageIds) {
    String roles = identity.getRoles().stream().sorted().collect(Collectors.joining("+"));
    return new Cause(roles + "/" + name(), decision, List.of(messageIds), clock.instant());
  }

  private <T> Optional<T> claim(String name, Function<String, T> parse) {
    try {
      return token.<Object>getClaim(name) instanceof String text
          ? Optional.of(parse.apply(text))
          : Optional.empty();
    } catch (BrokenRule malformed) {
      return Optional.empty();
    }
  }
}
