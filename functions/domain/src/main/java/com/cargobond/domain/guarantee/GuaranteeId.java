package com.cargobond.domain.guarantee;

import com.cargobond.domain.input.Text;

/** The identifier that Cargobond gives a guarantee. */
public record GuaranteeId(String value) {

  public GuaranteeId {
    Text.reference(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
