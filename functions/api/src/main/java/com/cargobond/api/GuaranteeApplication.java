package com.cargobond.api;

import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeTerms;
import com.cargobond.domain.input.FieldReader;

/** The body that asks to issue a guarantee. */
record GuaranteeApplication(GuaranteeTerms terms, int slices) {

  static GuaranteeApplication read(FieldReader in) {
    int slices = in.integer("slices", 1, Guarantee.SLICES_MAX, 1);
    return new GuaranteeApplication(GuaranteeTerms.read(in), slices);
  }
}
