package com.cargobond.domain.identity;

import com.cargobond.domain.input.BrokenRule;
import java.util.regex.Pattern;

/** What the text of an identifier must look like, and the rule to tell whoever breaks it. */
record Format(Pattern pattern, String rule) {

  static Format of(String regex, String rule) {
    return new Format(Pattern.compile(regex), rule);
  }

  void require(String value) {
    if (!pattern.matcher(value).matches()) {
      throw new BrokenRule(rule);
    }
  }
}
