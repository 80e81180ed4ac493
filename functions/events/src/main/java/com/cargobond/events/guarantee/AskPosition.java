package com.cargobond.events.guarantee;

import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.PositionFigures;
import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.domain.input.BrokenRule;
import com.cargobond.events.frame.FunctionLedger;
import com.cargobond.store.guarantee.GuaranteeLedger;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Answers a bank's direct invocation: where does a guarantee stand? */
@ApplicationScoped
public class AskPosition {

  private final GuaranteeLedger guarantees;

  AskPosition(FunctionLedger ledger) {
    this.guarantees = new GuaranteeLedger(ledger.get());
  }

  /**
   * The position of the guarantee with the given id or registration number.
   *
   * @throws BrokenRule if not exactly one of them is given, or it is malformed, or there is no such
   *     guarantee
   */
  @Funq("position")
  public PositionAnswer position(PositionQuestion question) {
    if ((question.guaranteeId() == null) == (question.registrationNo() == null)) {
      throw new BrokenRule("give either guaranteeId or registrationNo");
    }
    Guarantee guarantee =
        find(question).orElseThrow(() -> new BrokenRule("there is no such guarantee"));
    return new PositionAnswer(
        guarantee.id().value(),
        guarantee.status().name(),
        guarantee.version(),
        guarantee.currency().getCurrencyCode(),
        PositionFigures.of(guarantee));
  }

  private Optional<Guarantee> find(PositionQuestion question) {
    return question.guaranteeId() != null
        ? guarantees.find(new GuaranteeId(question.guaranteeId()))
        : guarantees.find(new RegistrationNo(question.registrationNo()));
  }
}
