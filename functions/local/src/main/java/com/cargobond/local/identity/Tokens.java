package com.cargobond.local.identity;

import com.cargobond.domain.identity.Uscc;
import com.cargobond.domain.input.BrokenRule;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Signs bearer tokens with this machine's key. */
public final class Tokens {

  /** Who issues tokens on one machine. */
  public static final String ISSUER = "https://cargobond.local";

  private static final String AUDIENCE = "cargobond";
  private static final String CARRIER = "CARRIER";
  private static final Set<String> ROLES = new TreeSet<>(Set.of(CARRIER, "CUSTOMS", "BANK", "OPS"));
  private static final Duration VALID_FOR = Duration.ofHours(12);

  private final MachineKey key;

  /** Tokens of the machine that has the key. */
  public Tokens(MachineKey key) {
    this.key = key;
  }

  /**
   * A token for a role.
   *
   * @param uscc the operator that a carrier speaks for; nobody else has one
   * @throws BrokenRule if the role is unknown, or the USCC is missing, invalid or out of place
   */
  public String issue(String role, Optional<String> uscc) {
    if (!ROLES.contains(role)) {
      throw new BrokenRule("the role must be one of " + ROLES);
    }
    if (CARRIER.equals(role) != uscc.isPresent()) {
      throw new BrokenRule("a carrier's token, and no other, names the operator's USCC");
    }
    JwtClaimsBuilder claims =
        Jwt.issuer(ISSUER)
            .audience(AUDIENCE)
            .subject(uscc.map(operator -> role + "/" + operator).orElse(role))
            .groups(role)
            .expiresIn(VALID_FOR);
    uscc.map(Uscc::new).ifPresent(operator -> claims.claim("uscc", operator.value()));
    return claims.sign(key.privateKey());
  }
}
