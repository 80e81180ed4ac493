package com.cargobond.api.frame.caller;

import com.cargobond.domain.identity.CnapsCode;
import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.ledger.RefusalCode;
import com.cargobond.domain.ledger.Refused;
import io.quarkus.security.ForbiddenException;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the caller may reach: every party its own. All that a resource reads by an identifier is
 * asked for here. To a carrier and a bank, what is another's is not there; Customs is told that it
 * is not in charge. A caller of several roles is bound by each of them.
 */
@RequestScoped
public class Access {

  private final Caller caller;

  Access(Caller caller) {
    this.caller = caller;
  }

  /**
   * The thing, if it is the caller's own.
   *
   * @param name what it is called where it is not there
   * @throws Refused NOT_FOUND if there is none, or to a carrier or bank of whom it is not
   * @throws ForbiddenException to an office of Customs that is not in charge
   */
  public <T> T own(Optional<T> thing, Function<T, Owners> owners, String name) {
    T found = thing.orElseThrow(() -> notFound(name));
    Owners own = owners.apply(found);
    if (!isOperatorIn(own) || !isBankIn(own)) {
      throw notFound(name);
    }
    if (!isInChargeOf(own)) {
      throw new ForbiddenException("another office of Customs is in charge");
    }
    return found;
  }

  /** Whether a thing of these owners is the caller's to see: of a list, what is not is left out. */
  public boolean reaches(Owners owners) {
    return isOperatorIn(owners) && isBankIn(owners) && isInChargeOf(owners);
  }

  /** Whether the caller is this bank, or the head office that speaks for it. */
  public boolean isBank(CnapsCode code) {
    return caller.bank().filter(bank -> bank.covers(code)).isPresent();
  }

  /** An identifier; one of another form belongs to nothing. */
  public static <T> Optional<T> parsed(String text, Function<String, T> parse) {
    try {
      return Optional.of(parse.apply(text));
    } catch (BrokenRule malformed) {
      return Optional.empty();
    }
  }

  /** The same, whether it is another's or nobody's. */
  public static Refused notFound(String name) {
    return new Refused(RefusalCode.NOT_FOUND, "there is no such " + name);
  }

  private boolean isOperatorIn(Owners owners) {
    return !caller.is(Role.CARRIER)
        || caller.operator().filter(owners.operators()::contains).isPresent();
  }

  private boolean isBankIn(Owners owners) {
    return !caller.is(Role.BANK) || owners.banks().stream().anyMatch(this::isBank);
  }

  private boolean isInChargeOf(Owners owners) {
    return !caller.is(Role.CUSTOMS) || caller.district().filter(owners.concerns()).isPresent();
  }
}
