package com.cargobond.api.deposit;

import com.cargobond.domain.input.FieldReader;
import java.util.Map;
import java.util.function.Function;

/** The bodies that calls on refunds take. */
public final class RefundBodies {

  /** What reads each, by its name in the description. */
  public static final Map<String, Function<FieldReader, ?>> READ =
      Map.of(
          "Outcome", RefundsResource.OutcomeBody::read, "Repair", RefundsResource.RepairBody::read);

  private RefundBodies() {}
}
