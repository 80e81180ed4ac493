package com.cargobond.domain.event;

import com.cargobond.domain.input.BrokenRule;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Media types of JSON, as CloudEvents tells them: those whose subtype is json or ends with +json.
 */
public final class JsonMediaType {

  private static final String TOKEN = "[a-z0-9!#$&^_.+-]+";
  private static final Pattern JSON =
      Pattern.compile("%s/(?:json|%s\\+json)[ \\t]*(?<parameters>;.*)?".formatted(TOKEN, TOKEN));
  private static final Pattern CHARSET = Pattern.compile(";\\s*charset=\"?([^\";\\s]*)\"?");
  private static final String USUAL = "application/json";
  private static final String UTF_8 = "utf-8";

  private JsonMediaType() {}

  /** Whether the text is one. */
  public static boolean is(String mediaType) {
    try {
      return !require(mediaType).isEmpty();
    } catch (BrokenRule other) {
      return false;
    }
  }

  /**
   * The text, if it is a media type of JSON, whatever its case and parameters.
   *
   * @throws BrokenRule if it is another, or names another charset than UTF-8, in which JSON is
   *     written (RFC 8259, section 8.1)
   */
  public static String require(String mediaType) {
    if (mediaType.equals(USUAL)) {
      return mediaType;
    }
    Matcher json = JSON.matcher(mediaType.toLowerCase(Locale.ROOT));
    if (!json.matches()) {
      throw new BrokenRule("must be a media type of JSON, such as application/json");
    }
    String parameters = json.group("parameters");
    if (parameters != null) {
      Matcher charset = CHARSET.matcher(parameters);
      if (charset.find() && !charset.group(1).equals(UTF_8)) {
        throw new BrokenRule("must not name another charset than UTF-8");
      }
    }
    return mediaType;
  }
}
