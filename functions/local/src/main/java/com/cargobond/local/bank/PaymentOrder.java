package com.cargobond.local.bank;

import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.input.FieldReader;
import com.cargobond.domain.input.Text;
import com.cargobond.domain.money.Money;
import java.util.regex.Pattern;

/**
 * One attempt at a payment.
 *
 * @param endToEndId what is paid, the same for every attempt; ISO 20022 knows 35 characters
 * @param uetr this attempt and no other
 * @param amount more than nothing
 */
public record PaymentOrder(String endToEndId, Uetr uetr, Money amount, Creditor creditor) {

  private static final Pattern END_TO_END_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,34}");
  private static final String PURPOSE = "CUSTOMS_DEPOSIT_REFUND";

  static PaymentOrder read(FieldReader in) {
    Money amount = in.object("amount", Money::read);
    if (amount != null && amount.minor() == 0) {
      in.violation("amount.amount", "must be more than 0");
    }
    in.text("purpose", Text.matching(Pattern.compile(PURPOSE), "must be " + PURPOSE));
    return new PaymentOrder(
        in.text(
            "endToEndId",
            Text.matching(
                END_TO_END_ID,
                "must be 1 to 35 letters, digits or any of . _ -, the first a letter or digit")),
        in.text("uetr", Uetr::new),
        amount,
        in.object("creditor", Creditor::read));
  }
}
