package com.cargobond.local.identity;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.time.Duration;
import java.util.Set;

/** Signs tokens that the system on this machine accepts. */
public final class Tokens {

  /** Who signs. */
  public static final String ISSUER = "https://cargobond.local";

  /** For whom. */
  public static final String AUDIENCE = "cargobond";

  /** A working day with room. */
  public static final Duration VALID_FOR = Duration.ofHours(12);

  private final MachineKey key;

  /** Signs with this machine's key. */
  public Tokens(MachineKey key) {
    this.key = key;
  }

  /** A token that speaks for the caller. */
  public String sign(TokenHolder caller) {
    JwtClaimsBuilder claims =
        Jwt.issuer(ISSUER)
            .audience(AUDIENCE)
            .groups(Set.of(caller.role().name()))
            .expiresIn(VALID_FOR);
    caller.role().claim().ifPresent(claim -> claims.claim(claim, caller.party().orElseThrow()));
    return claims.subject(caller.subject()).sign(key.privateKey());
  }
}
