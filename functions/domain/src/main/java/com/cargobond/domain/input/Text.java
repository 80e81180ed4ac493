package com.cargobond.domain.input;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Rules for strings that are no identifier of their own. */
public final class Text {

  private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

  private Text() {}

  /** One to {@code lengthMax} characters, none of them a control character. */
  public static UnaryOperator<String> upTo(int lengthMax) {
    return text -> {
      if (text.isBlank() || text.length() > lengthMax) {
        throw new BrokenRule("must have 1 to " + lengthMax + " characters");
      }
      if (text.chars().anyMatch(Character::isISOControl)) {
        throw new BrokenRule("must not contain control characters");
      }
      return text;
    };
  }

  /** A reference that another system gave: 1 to 64 letters, digits and {@code . _ : -}. */
  public static String reference(String text) {
    return matching(REFERENCE, "must be 1 to 64 letters, digits or any of . _ : -").apply(text);
  }

  /** Whether it could be a reference that another system gave. */
  public static boolean isReference(String text) {
    return REFERENCE.matcher(text).matches();
  }

  /** A string that the pattern matches as a whole. */
  public static UnaryOperator<String> matching(Pattern pattern, String rule) {
    return text -> {
      if (!pattern.matcher(text).matches()) {
        throw new BrokenRule(rule);
      }
      return text;
    };
  }
}
