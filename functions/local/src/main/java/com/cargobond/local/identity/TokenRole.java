package com.cargobond.local.identity;

import com.cargobond.domain.input.BrokenRule;
import java.util.Arrays;
import java.util.Optional;

/** Who a token speaks for. */
public enum TokenRole {
  CARRIER("uscc", null),
  CUSTOMS("district", "0000"),
  BANK("cnaps", "313651027012"),
  OPS(null, null),
  NETWORK(null, null);

  private final String claim;
  private final String usual;

  TokenRole(String claim, String usual) {
    this.claim = claim;
    this.usual = usual;
  }

  /**
   * Finds a role by its name as tokens spell it.
   *
   * @throws BrokenRule if there is none
   */
  public static TokenRole of(String name) {
    return Arrays.stream(values())
        .filter(role -> role.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new BrokenRule("role must be CARRIER, CUSTOMS, BANK, OPS or NETWORK"));
  }

  /** The claim that says which party of the role it is, where the role has several. */
  public Optional<String> claim() {
    return Optional.ofNullable(claim);
  }

  /** The party that is meant where none is named. */
  public Optional<String> usual() {
    return Optional.ofNullable(usual);
  }
}
