package com.cargobond.api.frame.request;

import com.cargobond.api.frame.answer.BodyTooLarge;
import com.cargobond.domain.input.FieldReader;
import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.input.Violation;
import com.cargobond.domain.input.WholeNumber;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads request bodies: bounded, strict JSON, then typed by the domain's own readers. */
@Singleton
public class JsonBodies {

  /** What a body may hold at most. */
  static final int BYTES_MAX = 1024 * 1024;

  private static final String TRAILING = "must end with its JSON value";
  private static final String BYTE_ORDER_MARK = "\uFEFF";
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
  public <T> T read(byte[] body, Function<FieldReader, T> reading) {
    return FieldReader.read(object(body), reading);
  }

  /** An object as it stands. */
  public Map<String, Object> object(byte[] body) {
    return WholeNumber.inOneSpelling(parse(body, OBJECT, "must be a JSON object"));
  }

  /** A list as it stands. */
  public List<Object> list(byte[] body) {
    return WholeNumber.inOneSpelling(parse(body, LIST, "must be a JSON array"));
  }

  private <T> T parse(byte[] body, TypeReference<T> type, String rule) {
    if (body.length > BYTES_MAX) {
      throw new BodyTooLarge(BYTES_MAX);
    }
    try {
      T value = reader.forType(type).readValue(text(body));
      if (value != null) {
        return value;
      }
    } catch (CharacterCodingException otherEncoding) {
      throw refused("must be UTF-8");
    } catch (StreamConstraintsException excessive) {
      throw refused("is nested too deep, or has a name or number that is too long");
    } catch (JsonParseException malformed) {
      throw refused(ruleOf(malformed));
    } catch (MismatchedInputException other) {
      throw refused(other.getMessage().startsWith("Trailing token") ? TRAILING : rule);
    } catch (IOException unreadable) {
      throw refused("is not JSON");
    }
    throw refused(rule);
  }

  /** Says where, and never what: the parser's own words could quote the sender's data. */
  private static String ruleOf(JsonParseException malformed) {
    JsonLocation at = malformed.getLocation();
    String place = " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    return malformed.getOriginalMessage().startsWith("Duplicate field")
        ? "has a field twice" + place
        : "is not JSON" + place;
  }

  /** JSON is UTF-8; a mark at its beginning is passed over (RFC 8259, section 8.1). */
  private static String text(byte[] body) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static InvalidInput refused(String rule) {
    return new InvalidInput(List.of(new Violation("", rule)));
  }
}
