package com.cargobond.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts of CNY in fen, as the sample counts them, and as JSON shows them. */
public final class Fen {

  public static final String CURRENCY = "CNY";

  private static final int DIGITS = 2;

  private Fen() {}

  /** Such as {@code 692.30}. */
  public static String decimal(long fen) {
    return BigDecimal.valueOf(fen, DIGITS).toPlainString();
  }

  /** Such as <code>{"amount":"692.30","currency":"CNY"}</code>. */
  public static ObjectNode json(long fen) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("amount", decimal(fen))
        .put("currency", CURRENCY);
  }

  /** Reads an amount that is an object, or only its decimal; what is absent is 0. */
  public static long read(JsonNode amount) {
    JsonNode decimal = amount.isObject() ? amount.path("amount") : amount;
    if (decimal.isMissingNode() || decimal.isNull()) {
      return 0;
    }
    return new BigDecimal(decimal.asText()).movePointRight(DIGITS).longValueExact();
  }

  /** A percentage of an amount, rounded half up to the fen. */
  public static long percent(long fen, int percent) {
    return BigDecimal.valueOf(fen)
        .multiply(BigDecimal.valueOf(percent, 2))
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}
