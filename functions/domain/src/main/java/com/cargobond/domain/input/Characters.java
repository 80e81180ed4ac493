package com.cargobond.domain.input;

/**
 * Kinds of characters. They stand here and not in the JDK's tables, which grow with its versions:
 * what was accepted on one is accepted on all, and the published schemas say the same.
 */
final class Characters {

  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  /** First and last of each range of format characters (Unicode category Cf, version 16). */
  private static final int[] FORMAT = {
    0x00AD, 0x00AD, 0x0600, 0x0605, 0x061C, 0x061C, 0x06DD, 0x06DD, 0x070F, 0x070F, 0x0890, 0x0891,
    0x08E2, 0x08E2, 0x180E, 0x180E, 0x200B, 0x200F, 0x202A, 0x202E, 0x2060, 0x2064, 0x2066, 0x206F,
    0xFEFF, 0xFEFF, 0xFFF9, 0xFFFB, 0x110BD, 0x110BD, 0x110CD, 0x110CD, 0x13430, 0x1343F, 0x1BCA0,
    0x1BCA3, 0x1D173, 0x1D17A, 0xE0001, 0xE0001, 0xE0020, 0xE007F
  };

  /** First and last of each range of white space (Unicode property White_Space). */
  private static final int[] WHITE_SPACE = {
    0x0009, 0x000D, 0x0020, 0x0020, 0x0085, 0x0085, 0x00A0, 0x00A0, 0x1680, 0x1680, 0x2000, 0x200A,
    0x2028, 0x2029, 0x202F, 0x202F, 0x205F, 0x205F, 0x3000, 0x3000
  };

  private Characters() {}

  /** Invisible, and changes what stands around it. */
  static boolean isFormat(int character) {
    return isIn(FORMAT, character);
  }

  /** Joins or parts letters, as some scripts are spelled. */
  static boolean isJoiner(int character) {
    return character == ZERO_WIDTH_NON_JOINER || character == ZERO_WIDTH_JOINER;
  }

  /** Half a character, or a code that is no character: XML 1.0 carries neither. */
  static boolean isNone(int character) {
    return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE
        || character == 0xFFFE
        || character == 0xFFFF;
  }

  static boolean isVisible(int character) {
    return !isFormat(character) && !isIn(WHITE_SPACE, character);
  }

  private static boolean isIn(int[] ranges, int character) {
    for (int i = 0; i < ranges.length; i += 2) {
      if (character >= ranges[i] && character <= ranges[i + 1]) {
        return true;
      }
    }
    return false;
  }
}
