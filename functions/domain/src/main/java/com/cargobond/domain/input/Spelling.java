package com.cargobond.domain.input;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How names are written. Systems differ in it, and mean the same person or company. */
public final class Spelling {

  /** Spaces of all kinds, and characters that nobody sees. */
  private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s\\p{Cf}]+");

  private Spelling() {}

  /** Equal for two spellings of one name: capitals, widths and blanks make no other name. */
  public static String folded(String name) {
    String folded = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return BLANKS.matcher(folded).replaceAll("");
  }
}
