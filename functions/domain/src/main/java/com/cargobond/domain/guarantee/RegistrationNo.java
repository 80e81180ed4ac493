package com.cargobond.domain.guarantee;

import com.cargobond.domain.input.AsciiSet;
import com.cargobond.domain.input.Text;
import com.cargobond.domain.ledger.Alias;
import java.util.function.UnaryOperator;

/** The number under which Customs records a guarantee; declarations name it. */
public record RegistrationNo(String value) {

  /** What sort of identifier it is. */
  public static final String ALIAS = "REGISTRATION";

  private static final UnaryOperator<String> FORM =
      Text.of(AsciiSet.of("A-Za-z0-9-"), 1, 35, "must be 1 to 35 letters, digits or hyphens");

  public RegistrationNo {
    FORM.apply(value);
  }

  /** By which the guarantee is found: a registration is for ever. */
  public Alias alias() {
    return Alias.permanent(ALIAS, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
