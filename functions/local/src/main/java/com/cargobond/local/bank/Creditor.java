package com.cargobond.local.bank;

import com.cargobond.domain.identity.CnapsCode;
import com.cargobond.domain.input.FieldReader;
import com.cargobond.domain.input.Text;
import java.util.regex.Pattern;

/** Who gets the money, and where. */
public record Creditor(String name, String account, CnapsCode cnaps) {

  private static final int NAME_LENGTH_MAX = 140;
  private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9-]{1,34}");

  static Creditor read(FieldReader in) {
    return new Creditor(
        in.companyName("name", NAME_LENGTH_MAX),
        in.text("account", Text.matching(ACCOUNT, "must be 1 to 34 letters, digits or -")),
        in.text("cnaps", CnapsCode::new));
  }
}
