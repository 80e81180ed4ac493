package com.cargobond.domain.deposit;

import com.cargobond.domain.input.Text;

/** Customs' identifier of a cash deposit. */
public record DepositId(String value) {

  public DepositId {
    Text.reference(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
