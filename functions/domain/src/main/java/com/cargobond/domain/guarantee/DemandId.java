package com.cargobond.domain.guarantee;

import com.cargobond.domain.input.Text;
import com.cargobond.domain.ledger.Alias;

/** Customs' identifier of a demand. */
public record DemandId(String value) implements Comparable<DemandId> {

  public DemandId {
    Text.reference(value);
  }

  /** By which the shipment is found that is claimed for. */
  public Alias alias() {
    return Alias.of("DEMAND", value);
  }

  @Override
  public int compareTo(DemandId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
