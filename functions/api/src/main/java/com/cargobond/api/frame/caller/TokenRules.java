package com.cargobond.api.frame.caller;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * What a token must be besides signed, addressed to this API and not expired: of a bounded life,
 * and somebody's. Who acts stands in the audit trail.
 */
@Singleton
class TokenRules implements SecurityIdentityAugmentor {

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
    // In seconds, since a claim may name one that is no time any more.
    long now = clock.instant().getEpochSecond();
    long issued = token.getIssuedAtTime();
    long expires = token.getExpirationTime();
    return token.getSubject() != null
        && SUBJECT.matcher(token.getSubject()).matches()
        && issued <= now + CLOCKS_DIFFER_MAX.toSeconds()
        && expires <= issued + LIFE_MAX.toSeconds();
  }
}
