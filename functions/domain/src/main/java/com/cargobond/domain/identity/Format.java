package com.cargobond.domain.identity;

import com.cargobond.domain.input.AsciiSet;
import com.cargobond.domain.input.BrokenRule;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the text of an identifier must look like, and the rule to tell whoever breaks it. */
record Format(Predicate<String> form, String rule) {

  static Format of(String regex, String rule) {
    return new Format(Pattern.compile(regex).asMatchPredicate(), rule);
  }

  /** So many characters of a set. */
  static Format of(AsciiSet characters, int lengthMin, int lengthMax, String rule) {
    return new Format(text -> characters.matches(text, lengthMin, lengthMax), rule);
  }

  void require(String value) {
    if (!form.test(value)) {
      throw new BrokenRule(rule);
    }
  }
}
