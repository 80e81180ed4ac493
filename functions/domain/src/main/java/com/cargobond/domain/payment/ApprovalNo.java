package com.cargobond.domain.payment;

import com.cargobond.domain.input.Text;

/** Customs' number of one approval. */
public record ApprovalNo(String value) {

  public ApprovalNo {
    Text.reference(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
