package com.cargobond.domain.guarantee;

import com.cargobond.domain.input.Text;

/** Customs' identifier of a demand. */
public record DemandId(String value) implements Comparable<DemandId> {

  public DemandId {
    Text.reference(value);
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
