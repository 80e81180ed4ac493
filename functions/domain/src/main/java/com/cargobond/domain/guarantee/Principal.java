package com.cargobond.domain.guarantee;

import com.cargobond.domain.identity.CustomsRegistrationCode;
import com.cargobond.domain.identity.Uscc;
import com.cargobond.domain.input.FieldReader;

/** The express operator whose duty is guaranteed. */
public record Principal(Uscc uscc, CustomsRegistrationCode customsRegistrationNo, String name) {

  static final int NAME_LENGTH_MAX = 140;

  static Principal read(FieldReader in) {
    return new Principal(
        in.text("uscc", Uscc::new),
        in.text("customsRegistrationNo", CustomsRegistrationCode::new),
        in.companyName("name", NAME_LENGTH_MAX));
  }
}
