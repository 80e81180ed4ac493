package com.cargobond.api;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * What a token must be besides signed, addressed to this API and not expired: of a bounded size and
 * life, and somebody's. Who acts stands in the audit trail.
 */
@Singleton
class TokenRules implements SecurityIdentityAugmentor {

  /** What is longer is no token of a party, and costs each call that bears it. */
  private static final int CHARACTERS_MAX = 8 * 1024;

  /** A token that was lost is good for no longer. */
  private static final Duration LIFE_MAX = Duration.ofHours(24);

  /** How far the clock of who issued it may be ahead. */
  private static final Duration CLOCKS_DIFFER_MAX = Duration.ofMinutes(5);

  private static final Pattern SUBJECT = Pattern.compile("[!-~]{1,128}");

  private final Clock clock;

  TokenRules(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    return identity.getPrincipal() instanceof JsonWebToken token && !isInOrder(token)
        ? Uni.createFrom().failure(new AuthenticationFailedException())
        : Uni.createFrom().item(identity);
  }

  private boolean isInOrder(JsonWebToken token) {
    Instant issued = Instant.ofEpochSecond(token.getIssuedAtTime());
    Instant expires = Instant.ofEpochSecond(token.getExpirationTime());
    return token.getRawToken().length() <= CHARACTERS_MAX
        && token.getSubject() != null
        && SUBJECT.matcher(token.getSubject()).matches()
        && !issued.isAfter(clock.instant().plus(CLOCKS_DIFFER_MAX))
        && !expires.isAfter(issued.plus(LIFE_MAX));
  }
}
