package com.cargobond.api;

import com.cargobond.domain.input.FieldReader;
import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.input.Violation;
import com.cargobond.domain.input.WholeNumber;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads request bodies: bounded, strict JSON, then typed by the domain's own readers. */
@Singleton
class JsonBodies {

  /** What a body may hold at most. */
  static final int BYTES_MAX = 1024 * 1024;

  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
  private static final TypeReference<List<Object>> LIST = new TypeReference<>() {};

  private final ObjectReader reader;

  JsonBodies(ObjectMapper json) {
    this.reader =
        json.reader()
            .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  }

  /**
   * Reads an object.
   *
   * @throws BodyTooLarge over {@link #BYTES_MAX}
   * @throws InvalidInput if it is not a JSON object or a field breaks a rule
   */
  <T> T read(byte[] body, Function<FieldReader, T> reading) {
    return FieldReader.read(object(body), reading);
  }

  /** An object as it stands. */
  Map<String, Object> object(byte[] body) {
    return WholeNumber.inOneSpelling(parse(body, OBJECT, "must be a JSON object"));
  }

  /** A list as it stands. */
  List<Object> list(byte[] body) {
    return WholeNumber.inOneSpelling(parse(body, LIST, "must be a JSON array"));
  }

  private <T> T parse(byte[] body, TypeReference<T> type, String rule) {
    if (body.length > BYTES_MAX) {
      throw new BodyTooLarge();
    }
    try {
      T value = reader.forType(type).readValue(body);
      if (value != null) {
        return value;
      }
    } catch (IOException malformed) {
      // Falls through: the parser's own words could quote the sender's data.
    }
    throw new InvalidInput(List.of(new Violation("", rule)));
  }
}
