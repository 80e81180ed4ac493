package com.cargobond.local.reconcile;

import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.money.Money;
import com.cargobond.local.file.XmlMoney;
import java.math.BigDecimal;
import java.util.Locale;

/** Values as they are written in statements. */
final class CamtValues {

  private CamtValues() {}

  static Money money(XmlElement amount) {
    return XmlMoney.parse(amount.text(), currencyCode(amount));
  }

  static String currencyCode(XmlElement amount) {
    String code = amount.attributes().get("Ccy");
    if (code == null) {
      throw new BrokenRule("@Ccy is missing");
    }
    return code;
  }

  static Direction direction(XmlElement indicator) {
    return switch (indicator.text()) {
      case "DBIT" -> Direction.DEBIT;
      case "CRDT" -> Direction.CREDIT;
      default -> throw new BrokenRule("must be CRDT or DBIT");
    };
  }

  /** A UUID means the same in capitals (RFC 9562). */
  static Uetr uetr(String text) {
    return new Uetr(text.toLowerCase(Locale.ROOT));
  }

  /** What an amount adds to an account's balance. */
  static BigDecimal signed(Money amount, Direction direction) {
    BigDecimal value =
        BigDecimal.valueOf(amount.minor(), amount.currency().getDefaultFractionDigits());
    return direction == Direction.CREDIT ? value : value.negate();
  }
}
