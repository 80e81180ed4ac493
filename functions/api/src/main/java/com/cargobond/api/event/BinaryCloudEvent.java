package com.cargobond.api.event;

import com.cargobond.api.frame.request.Headers;
import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.input.Violation;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A CloudEvent whose attributes are headers and whose data is the body: the binary content mode of
 * the HTTP protocol binding 1.0.2.
 */
final class BinaryCloudEvent {

  private static final String PREFIX = "ce-";
  private static final int HEXADECIMAL = 16;

  private BinaryCloudEvent() {}

  /** Whether the headers are those of one. */
  static boolean isIn(Map<String, List<String>> headers) {
    return headers.keySet().stream().anyMatch(name -> attribute(name).equals("specversion"));
  }

  /**
   * The event as it would be in the structured mode.
   *
   * @throws InvalidInput if a header contradicts the body, or is not encoded as it must be
   */
  static Map<String, Object> read(
      Map<String, List<String>> headers, String contentType, Map<String, Object> data) {
    Map<String, Object> event = new LinkedHashMap<>();
    List<Violation> violations = new ArrayList<>();
    headers.forEach(
        (name, values) -> {
          String attribute = attribute(name);
          if (attribute.isEmpty()) {
            return;
          }
          if (attribute.equals("data") || attribute.equals("datacontenttype")) {
            violations.add(new Violation(name, "is told by the body and its Content-Type"));
          } else {
            try {
              event.put(attribute, decoded(Headers.whole(values)));
            } catch (BrokenRule broken) {
              violations.add(new Violation(name, broken.getMessage()));
            }
          }
        });
    if (!violations.isEmpty()) {
      throw new InvalidInput(violations);
    }
    event.put("datacontenttype", contentType);
    event.put("data", data);
    return event;
  }

  private static String attribute(String header) {
    String name = header.toLowerCase(Locale.ROOT);
    return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : "";
  }

  private static String decoded(String value) {
    if (value.indexOf('%') < 0) {
      return value;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(value.length());
    for (int i = 0; i < value.length(); i++) {
      char character = value.charAt(i);
      if (character == '%') {
        bytes.write(octet(value, i + 1));
        i += 2;
      } else {
        bytes.writeBytes(String.valueOf(character).getBytes(StandardCharsets.UTF_8));
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException malformed) {
      throw new BrokenRule("must be percent-encoded UTF-8");
    }
  }

  private static int octet(String value, int from) {
    if (from + 2 > value.length()) {
      throw new BrokenRule("must be percent-encoded UTF-8");
    }
    int high = Character.digit(value.charAt(from), HEXADECIMAL);
    int low = Character.digit(value.charAt(from + 1), HEXADECIMAL);
    if (high < 0 || low < 0) {
      throw new BrokenRule("must be percent-encoded UTF-8");
    }
    return high * HEXADECIMAL + low;
  }
}
