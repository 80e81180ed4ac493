package com.cargobond.local.file;

/** Text of others as it may be printed: on one line, and nothing in it moves the cursor. */
public final class OneLine {

  private OneLine() {}

  /** The text with blanks for its line ends, and numbers for what cannot be seen. */
  public static String of(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints().forEach(character -> append(line, character));
    return line.toString();
  }

  private static void append(StringBuilder line, int character) {
    switch (Character.getType(character)) {
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> line.append(' ');
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> {
        if (Character.isWhitespace(character)) {
          line.append(' ');
        } else {
          line.append("\\u%04x".formatted(character));
        }
      }
      default -> line.appendCodePoint(character);
    }
  }
}
