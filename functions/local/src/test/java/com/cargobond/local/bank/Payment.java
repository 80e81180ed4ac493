package com.cargobond.local.bank;

import com.cargobond.domain.identity.CnapsCode;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.money.Money;
import java.util.Currency;

/** A payment to order: what it is for, and which attempt. */
record Payment(String endToEndId, String uetr, String amount) {

  static final String REFUND = "RF-0a1b2c3d4e5f60718293a4b5";

  private static final String CNAPS = "313651027012";

  static Payment aPayment() {
    return attempt(1);
  }

  /** The refund's first, second … attempt. */
  static Payment attempt(int number) {
    return attempt(REFUND, number);
  }

  static Payment attempt(String endToEndId, int number) {
    return new Payment(endToEndId, "b94458f8-1f27-40e9-bf74-%012x".formatted(number), "692.30");
  }

  Payment of(String amount) {
    return new Payment(endToEndId, uetr, amount);
  }

  String json() {
    return """
    {"endToEndId": "%s", "uetr": "%s", "amount": {"amount": "%s", "currency": "CNY"},
     "creditor": {"name": "Lan Hai Express", "account": "6222-0001", "cnaps": "%s"},
     "purpose": "CUSTOMS_DEPOSIT_REFUND"}
    """
        .formatted(endToEndId, uetr, amount, CNAPS);
  }

  PaymentOrder order() {
    return new PaymentOrder(
        endToEndId,
        new Uetr(uetr),
        Money.parse(amount, Currency.getInstance("CNY")),
        new Creditor("Lan Hai Express", "6222-0001", new CnapsCode(CNAPS)));
  }
}
