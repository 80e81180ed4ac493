package com.cargobond.api.frame.gateway;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Encodes what of a path or a query stands in it as RFC 3986 does not allow. What is encoded
 * already stays as it is; a per cent sign that encodes nothing stands for itself.
 */
public final class PercentEncoding {

  /** What may stand in a path as it is, besides letters, digits and what is encoded. */
  private static final String IN_PATH = "-._~!$&'()*+,;=:@/";

  private static final String IN_QUERY = IN_PATH + "?";
  private static final int DIGITS = 2;
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private PercentEncoding() {}

  /** A path, and behind the first question mark a query. */
  public static String ofTarget(String target) {
    int question = target.indexOf('?');
    return question < 0
        ? ofPath(target)
        : ofPath(target.substring(0, question)) + "?" + ofQuery(target.substring(question + 1));
  }

  static String ofPath(String path) {
    return encoded(path, IN_PATH);
  }

  static String ofQuery(String query) {
    return encoded(query, IN_QUERY);
  }

  private static String encoded(String text, String asItIs) {
    StringBuilder encoded = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (isAsciiLetterOrDigit(c) || asItIs.indexOf(c) >= 0 || isEncoding(text, at)) {
        encoded.appendCodePoint(c);
      } else {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
          encoded.append('%').append(HEX.toHexDigits(b));
        }
      }
      at += Character.charCount(c);
    }
    return encoded.toString();
  }

  private static boolean isEncoding(String text, int at) {
    return text.charAt(at) == '%'
        && at + DIGITS < text.length()
        && HexFormat.isHexDigit(text.charAt(at + 1))
        && HexFormat.isHexDigit(text.charAt(at + DIGITS));
  }

  private static boolean isAsciiLetterOrDigit(int c) {
    return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }
}
