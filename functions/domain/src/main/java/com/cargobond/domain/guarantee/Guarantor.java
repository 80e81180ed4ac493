package com.cargobond.domain.guarantee;

import com.cargobond.domain.identity.Bic;
import com.cargobond.domain.identity.CnapsCode;
import com.cargobond.domain.input.FieldReader;

/** The bank that undertakes to pay. */
public record Guarantor(Bic bic, CnapsCode cnaps, String name) {

  static Guarantor read(FieldReader in) {
    return new Guarantor(
        in.text("bic", Bic::new),
        in.text("cnaps", CnapsCode::new),
        in.companyName("name", Principal.NAME_LENGTH_MAX));
  }
}
