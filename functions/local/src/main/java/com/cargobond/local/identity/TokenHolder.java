package com.cargobond.local.identity;

import com.cargobond.domain.identity.CnapsCode;
import com.cargobond.domain.identity.DistrictCode;
import com.cargobond.domain.identity.Uscc;
import com.cargobond.domain.input.BrokenRule;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Somebody in a role.
 *
 * @param party which one of the role: a carrier's USCC, a bank's CNAPS code, a district of Customs
 * @param subject the person or system that acts
 */
public record TokenHolder(TokenRole role, Optional<String> party, String subject) {

  private static final Pattern SUBJECT = Pattern.compile("[!-~]{1,128}");

  /** An express operator. */
  public static TokenHolder carrier(Uscc operator) {
    return parse(TokenRole.CARRIER.name(), Optional.of(operator.value()), Optional.empty());
  }

  /**
   * The usual party of a role.
   *
   * @throws BrokenRule for a carrier, which must be named
   */
  public static TokenHolder of(TokenRole role) {
    return parse(role.name(), Optional.empty(), Optional.empty());
  }

  /**
   * Reads a role and, if given, the party and who acts.
   *
   * @throws BrokenRule if one of them is wrong, missing or too many
   */
  public static TokenHolder parse(String role, Optional<String> party, Optional<String> subject) {
    TokenRole known = TokenRole.of(role);
    Optional<String> named = party.or(known::usual);
    requireParty(known, named);
    String acting =
        subject.orElseGet(() -> party.orElseGet(() -> known.name().toLowerCase(Locale.ROOT)));
    if (!SUBJECT.matcher(acting).matches()) {
      throw new BrokenRule("sub must be 1 to 128 visible characters");
    }
    return new TokenHolder(known, named, acting);
  }

  private static void requireParty(TokenRole role, Optional<String> party) {
    if (role.claim().isEmpty() && party.isPresent()) {
      throw new BrokenRule(role + " is one party: leave " + party.get() + " out");
    }
    if (role == TokenRole.CARRIER && party.isEmpty()) {
      throw new BrokenRule("CARRIER needs the operator's USCC, such as 91310115MA1AB2C343");
    }
    party.ifPresent(code -> requireCode(role, code));
  }

  private static void requireCode(TokenRole role, String code) {
    try {
      switch (role) {
        case CARRIER -> new Uscc(code);
        case BANK -> new CnapsCode(code);
        case CUSTOMS -> new DistrictCode(code);
        case OPS, NETWORK -> throw new IllegalStateException(role + " has no code");
      }
    } catch (BrokenRule broken) {
      throw new BrokenRule(role.claim().orElseThrow() + " " + code + ": " + broken.getMessage());
    }
  }
}
