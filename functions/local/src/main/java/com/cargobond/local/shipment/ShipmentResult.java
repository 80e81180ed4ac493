package com.cargobond.local.shipment;

import java.util.List;

/**
 * How the sample day ended.
 *
 * @param violations every expectation that did not hold, one line each
 * @param eventsPosted how many events were posted, repeats included
 * @param eventsPerSecond from the first that was posted to the last that was applied
 */
public record ShipmentResult(List<String> violations, int eventsPosted, double eventsPerSecond) {

  public ShipmentResult {
    violations = List.copyOf(violations);
  }

  /** Whether everything that was expected is true. */
  public boolean held() {
    return violations.isEmpty();
  }
}
