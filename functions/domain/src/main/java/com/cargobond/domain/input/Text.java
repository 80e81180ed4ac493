package com.cargobond.domain.input;

import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Rules for strings that are no identifier of their own. */
public final class Text {

  /** Bounds descriptions, details and reasons, which are stored with what they are said of. */
  public static final int FREE_TEXT_LENGTH_MAX = 512;

  private static final AsciiSet REFERENCE = AsciiSet.of("A-Za-z0-9._:-");
  private static final int REFERENCE_LENGTH_MAX = 64;

  private static final UnaryOperator<String> IS_REFERENCE =
      of(REFERENCE, 1, REFERENCE_LENGTH_MAX, "must be 1 to 64 letters, digits or any of . _ : -");

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
    requireNone(text, Character::isISOControl, "must not contain control characters");
    requireNone(text, Characters::isNone, "must not contain half characters, U+FFFE or U+FFFF");
    requireNone(text, isForbiddenFormat, "must not contain invisible format characters");
    if (!hasAny(text, Characters::isVisible) || text.codePointCount(0, text.length()) > lengthMax) {
      throw new BrokenRule("must have 1 to " + lengthMax + " characters");
    }
    return text;
  }

  private static void requireNone(String text, IntPredicate isForbidden, String rule) {
    if (hasAny(text, isForbidden)) {
      throw new BrokenRule(rule);
    }
  }

  private static boolean hasAny(String text, IntPredicate which) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (which.test(text.codePointAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** A reference that another system gave: 1 to 64 letters, digits and {@code . _ : -}. */
  public static String reference(String text) {
    return IS_REFERENCE.apply(text);
  }

  /** Whether it could be a reference that another system gave. */
  public static boolean isReference(String text) {
    return REFERENCE.matches(text, 1, REFERENCE_LENGTH_MAX);
  }

  /** A string of so many characters of a set. */
  public static UnaryOperator<String> of(
      AsciiSet characters, int lengthMin, int lengthMax, String rule) {
    return text -> {
      if (!characters.matches(text, lengthMin, lengthMax)) {
        throw new BrokenRule(rule);
      }
      return text;
    };
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
