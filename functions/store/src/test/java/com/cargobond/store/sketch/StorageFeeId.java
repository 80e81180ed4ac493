package com.cargobond.store.sketch;

import com.cargobond.domain.input.Text;
import com.cargobond.domain.payment.PaymentId;
import java.util.regex.Pattern;

/** Names a storage fee, and its payment. */
public record StorageFeeId(String value) implements PaymentId {

  static final String PREFIX = "SF-";

  private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9]{1,12}");

  /** Checks the form. */
  public StorageFeeId {
    Text.matching(FORM, "must be SF- and up to 12 digits").apply(value);
  }
}
