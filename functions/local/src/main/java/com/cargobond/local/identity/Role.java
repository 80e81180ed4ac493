package com.cargobond.local.identity;

import com.cargobond.domain.input.BrokenRule;
import java.util.Arrays;

/** Who a token speaks for. */
public enum Role {
  CARRIER,
  CUSTOMS,
  BANK,
  OPS;

  /**
   * Finds a role by its name as tokens spell it.
   *
   * @throws BrokenRule if there is none
   */
  public static Role of(String name) {
    return Arrays.stream(values())
        .filter(role -> role.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new BrokenRule("role must be CARRIER, CUSTOMS, BANK or OPS"));
  }
}
