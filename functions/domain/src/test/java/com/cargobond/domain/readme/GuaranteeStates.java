package com.cargobond.domain.readme;

import static com.cargobond.domain.fixture.AGuarantee.aGuarantee;

import com.cargobond.domain.fixture.Taken;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.Holding;
import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.domain.ledger.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What bank, Customs and the clock do to a guarantee, with something open on it or not. */
final class GuaranteeStates {

  private static final Holding OPEN = Taken.reserved("10.00").holding();

  private GuaranteeStates() {}

  static Exploration explored() {
    return new Exploration()
        .of(
            aGuarantee().submitted(),
            List.of(
                ifAllowed(g -> g.register(new RegistrationNo("REG-1"), Optional.empty())),
                ifAllowed(g -> g.refuse("not recorded")),
                ifAllowed(Guarantee::suspend),
                ifAllowed(Guarantee::resume),
                ifAllowed(Guarantee::cancel),
                ifAllowed(Guarantee::release),
                g -> g.expire(g.terms().coverTo()),
                g -> g.expire(LocalDate.parse("2027-01-01")),
                GuaranteeStates::held),
            Guarantee::status,
            g -> List.of(g.status(), g.position()));
  }

  private static UnaryOperator<Guarantee> ifAllowed(UnaryOperator<Guarantee> command) {
    return guarantee -> {
      try {
        return command.apply(guarantee);
      } catch (Refused notNow) {
        return guarantee;
      }
    };
  }

  private static Guarantee held(Guarantee guarantee) {
    return guarantee.position().hasOpenItems()
        ? guarantee.move(0, OPEN, Holding.NOTHING)
        : guarantee.move(0, Holding.NOTHING, OPEN);
  }
}
