package com.cargobond.api.shipment;

import com.cargobond.domain.input.FieldReader;
import java.util.Map;
import java.util.function.Function;

/** The bodies that calls on demands take. */
public final class DemandBodies {

  /** What reads each, by its name in the description. */
  public static final Map<String, Function<FieldReader, ?>> READ =
      Map.of(
          "Decision",
          DemandsResource.DecisionBody::read,
          "Payment",
          DemandsResource.PaymentBody::read);

  private DemandBodies() {}
}
