package com.cargobond.domain.input;

/**
 * Some of the characters of ASCII. Identifiers are checked for each event and each time that its
 * history is read: this costs no garbage, as a regular expression's matcher does.
 */
public final class AsciiSet {

  /** Digits. */
  public static final AsciiSet DIGITS = of("0-9");

  private static final int LENGTH = 128;

  private final boolean[] isIn = new boolean[LENGTH];

  private AsciiSet() {}

  /**
   * The characters that are named, as a class of a regular expression names them: single ones, and
   * ranges from one to another; a hyphen that is meant stands last.
   */
  public static AsciiSet of(String characters) {
    AsciiSet set = new AsciiSet();
    int i = 0;
    while (i < characters.length()) {
      boolean isRange = i + 2 < characters.length() && characters.charAt(i + 1) == '-';
      char last = characters.charAt(isRange ? i + 2 : i);
      for (char c = characters.charAt(i); c <= last; c++) {
        set.isIn[c] = true;
      }
      i += isRange ? 3 : 1;
    }
    return set;
  }

  /** Whether the character is one of them. */
  public boolean contains(char character) {
    return character < LENGTH && isIn[character];
  }

  /** Whether the text has so many characters, all of them of these. */
  public boolean matches(String text, int lengthMin, int lengthMax) {
    return text.length() >= lengthMin
        && text.length() <= lengthMax
        && areIn(text, 0, text.length());
  }

  /** Whether the characters from a place to before another are of these. */
  public boolean areIn(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!contains(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
