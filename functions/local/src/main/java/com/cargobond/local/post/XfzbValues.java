package com.cargobond.local.post;

import com.cargobond.domain.identity.AirWaybill;
import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.input.Text;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a house waybill spells its values. */
final class XfzbValues {

  private static final int SENDER_LENGTH_MAX = 70;
  private static final String HOUSE_WAYBILL_TYPE_CODE = "703";
  private static final Pattern VERSION_3 = Pattern.compile("3(\\.0{1,2})?");
  private static final Pattern ELEVEN_DIGITS =
      Pattern.compile("(\\d{3})(?: ?- ?| )?(\\d{4}) ?(\\d{4})");
  private static final Pattern BLANKS = Pattern.compile("[ \\t\\r\\n]+");

  private XfzbValues() {}

  static String typeCode(String text) {
    if (!text.equals(HOUSE_WAYBILL_TYPE_CODE)) {
      throw new BrokenRule("must be " + HOUSE_WAYBILL_TYPE_CODE + ", not " + text);
    }
    return text;
  }

  static String version(String text) {
    return Text.matching(VERSION_3, "must be 3.00, not " + text).apply(text);
  }

  /** A master air waybill in its normal form, which real files write without its hyphen too. */
  static AirWaybill masterWaybill(String text) {
    Matcher digits = ELEVEN_DIGITS.matcher(text);
    return new AirWaybill(
        digits.matches() ? digits.group(1) + "-" + digits.group(2) + digits.group(3) : text);
  }

  /** The values of {@code xs:boolean}. */
  static boolean indicator(String text) {
    return switch (text) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw new BrokenRule("must be true or false");
    };
  }

  /** A description on one line; one that is too long is refused, since a part could mislead. */
  static String description(String text) {
    return Text.free(Text.FREE_TEXT_LENGTH_MAX).apply(BLANKS.matcher(text).replaceAll(" "));
  }

  /** A sender as a part of a URI. */
  static String segment(String sender) {
    if (sender.isEmpty() || sender.codePointCount(0, sender.length()) > SENDER_LENGTH_MAX) {
      throw new BrokenRule("must have 1 to " + SENDER_LENGTH_MAX + " characters");
    }
    return URLEncoder.encode(sender, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
