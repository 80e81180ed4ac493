package com.cargobond.local.bank;

import com.cargobond.domain.input.FieldReader;
import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.input.Violation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Reads payments as they come: strict JSON, and a key that is the payment's own. */
final class PaymentBodies {

  /** What a body may hold at most. */
  static final int BYTES_MAX = 64 * 1024;

  static final String KEY_HEADER = "Idempotency-Key";

  private static final ObjectReader JSON =
      new ObjectMapper()
          .readerFor(new TypeReference<Map<String, Object>>() {})
          .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private PaymentBodies() {}

  /**
   * Reads a payment.
   *
   * @param key the request's {@code Idempotency-Key}, null where it has none
   * @throws InvalidInput with every field that breaks a rule
   */
  static PaymentOrder read(byte[] body, String key) {
    return FieldReader.read(
        object(body),
        in -> {
          PaymentOrder order = PaymentOrder.read(in);
          if (order.uetr() != null && !order.uetr().value().equals(key)) {
            in.violation(KEY_HEADER, "must be the uetr");
          }
          return order;
        });
  }

  private static Map<String, Object> object(byte[] body) {
    try {
      Map<String, Object> object = JSON.readValue(body);
      if (object != null) {
        return object;
      }
    } catch (IOException malformed) {
      // Falls through: the parser's own words could quote the sender's data.
    }
    throw new InvalidInput(List.of(new Violation("", "must be a JSON object")));
  }
}
