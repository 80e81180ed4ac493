package com.cargobond.api.frame.caller;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.smallrye.jwt.runtime.auth.JsonWebTokenCredential;
import io.quarkus.smallrye.jwt.runtime.auth.MpJwtValidator;
import io.quarkus.smallrye.jwt.runtime.auth.SmallRyeJwtConfig;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Signs claims, whatever they are, and has the API authenticate who bears them. */
final class SignedTokens {

  /** Ahead of every run: the library takes the time of the machine, and kept claims stay valid. */
  static final Clock CLOCK = Clock.fixed(Instant.parse("2100-01-01T00:00:00Z"), ZoneOffset.UTC);

  private static final SecretKey KEY = new SecretKeySpec(new byte[32], "HmacSHA256");

  private static final AuthenticationRequestContext AT_ONCE =
      new AuthenticationRequestContext() {
        @Override
        public Uni<SecurityIdentity> runBlocking(Supplier<SecurityIdentity> authentication) {
          return Uni.createFrom().item(authentication);
        }
      };

  private final MpJwtValidator validator =
      new MpJwtValidator(
          new DefaultJWTParser(settings(), new TokenParser()), new AsUsual(), null, null);
  private final TokenRules rules = new TokenRules(CLOCK);

  /**
   * Who bears the claims.
   *
   * @throws io.quarkus.security.AuthenticationFailedException what is answered with 401
   */
  SecurityIdentity authenticate(byte[] claims) {
    JsonWebTokenCredential bearer = new JsonWebTokenCredential(signed(claims));
    return validator
        .authenticate(new TokenAuthenticationRequest(bearer), AT_ONCE)
        .chain(identity -> rules.augment(identity, AT_ONCE))
        .await()
        .indefinitely();
  }

  private static String signed(byte[] claims) {
    JsonWebSignature token = new JsonWebSignature();
    token.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
    token.setHeader("typ", "JWT");
    token.setKey(KEY);
    token.setPayloadBytes(claims);
    try {
      return token.getCompactSerialization();
    } catch (JoseException impossible) {
      throw new IllegalStateException("the key is one of the algorithm", impossible);
    }
  }

  /** As in {@code microprofile-config.properties}. */
  private static JWTAuthContextInfo settings() {
    JWTAuthContextInfo settings = new JWTAuthContextInfo(KEY, "https://cargobond.local");
    settings.setSignatureAlgorithm(Set.of(SignatureAlgorithm.HS256));
    settings.setExpectedAudience(Set.of("cargobond"));
    settings.setGroupsSeparator("\u001f");
    return settings;
  }

  /** What Quarkus does where nothing is configured. */
  private static final class AsUsual implements SmallRyeJwtConfig {

    @Override
    public Optional<Boolean> blockingAuthentication() {
      return Optional.of(false);
    }

    @Override
    public boolean silent() {
      return false;
    }

    @Override
    public int priority() {
      return 0;
    }
  }
}
