package com.cargobond.domain.input;

import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Rules for strings that are no identifier of their own. */
public final class Text {

  /** Bounds descriptions, details and reasons, which are stored with what they are said of. */
  public static final int FREE_TEXT_LENGTH_MAX = 512;

  private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

  private Text() {}

  /**
   * Words for a reader: 1 to {@code lengthMax} characters that can be seen, or stand between such.
   * What neither XML 1.0 nor a queue carries, what steers a terminal, and what changes how the rest
   * is shown is refused.
   */
  public static UnaryOperator<String> free(int lengthMax) {
    return text -> require(text, lengthMax, Characters::isFormat);
  }

  /** The same for names, in some scripts of which joiners are a part of the spelling. */
  public static UnaryOperator<String> name(int lengthMax) {
    return text ->
        require(
            text,
            lengthMax,
            character -> Characters.isFormat(character) && !Characters.isJoiner(character));
  }

  private static String require(String text, int lengthMax, IntPredicate isForbiddenFormat) {
    if (text.codePoints().anyMatch(Character::isISOControl)) {
      throw new BrokenRule("must not contain control characters");
    }
    if (text.codePoints().anyMatch(Characters::isNone)) {
      throw new BrokenRule("must not contain half characters, U+FFFE or U+FFFF");
    }
    if (text.codePoints().anyMatch(isForbiddenFormat)) {
      throw new BrokenRule("must not contain invisible format characters");
    }
    if (text.codePoints().noneMatch(Characters::isVisible)
        || text.codePointCount(0, text.length()) > lengthMax) {
      throw new BrokenRule("must have 1 to " + lengthMax + " characters");
    }
    return text;
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
