package com.cargobond.local.reconcile;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What stands where a reference should, and says that there is none. */
final class NoReference {

  private static final Pattern FILLING = Pattern.compile("[\\s._/\\\\-]+");

  /**
   * Without blanks and marks, in capitals. The first is what ISO 20022's rules for end-to-end ids
   * say, and the second what SWIFT's MT 940 has for an owner's reference; the others are from
   * memory of what systems of 2026 export, and no rule names them.
   */
  private static final Set<String> SPELLINGS =
      Set.of(
          "NOTPROVIDED",
          "NONREF",
          "NOREF",
          "NOREFERENCE",
          "NOTAVAILABLE",
          "NOTAPPLICABLE",
          "NONE",
          "NULL",
          "NIL",
          "NA",
          "");

  private NoReference() {}

  static boolean isSaidBy(String reference) {
    return SPELLINGS.contains(FILLING.matcher(reference).replaceAll("").toUpperCase(Locale.ROOT));
  }
}
