package com.cargobond.local.identity;

import com.cargobond.domain.identity.Uscc;
import com.cargobond.domain.input.BrokenRule;
import java.util.Optional;

/**
 * Somebody in a role.
 *
 * @param operator the express operator that a carrier is; nobody else has one
 */
public record Caller(Role role, Optional<Uscc> operator) {

  /**
   * Checks that a carrier, and only a carrier, is an operator.
   *
   * @throws BrokenRule if not
   */
  public Caller {
    requireUscc(role, operator.isPresent());
  }

  /** An express operator. */
  public static Caller carrier(Uscc operator) {
    return new Caller(Role.CARRIER, Optional.of(operator));
  }

  /**
   * Anybody but a carrier.
   *
   * @throws BrokenRule for a carrier
   */
  public static Caller of(Role role) {
    return new Caller(role, Optional.empty());
  }

  /**
   * Reads a role and, if given, a USCC.
   *
   * @throws BrokenRule if one of them is wrong, missing or too many
   */
  public static Caller parse(String role, Optional<String> uscc) {
    Role known = Role.of(role);
    requireUscc(known, uscc.isPresent());
    return new Caller(known, uscc.map(Caller::operator));
  }

  private static void requireUscc(Role role, boolean isGiven) {
    if (role == Role.CARRIER && !isGiven) {
      throw new BrokenRule("CARRIER needs the operator's USCC, such as 91310115MA1AB2C343");
    }
    if (role != Role.CARRIER && isGiven) {
      throw new BrokenRule(role + " has no USCC: only CARRIER has");
    }
  }

  private static Uscc operator(String uscc) {
    try {
      return new Uscc(uscc);
    } catch (BrokenRule e) {
      throw new BrokenRule("USCC " + uscc + ": " + e.getMessage());
    }
  }
}
