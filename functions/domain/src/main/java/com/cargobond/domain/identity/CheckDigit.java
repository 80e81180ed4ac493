package com.cargobond.domain.identity;

import com.cargobond.domain.input.BrokenRule;

/** The digit, letter or pair of digits that an identifier carries so that slips are noticed. */
final class CheckDigit {

  private CheckDigit() {}

  static void require(int expected, char actual) {
    require("check digit", Integer.toString(expected), Character.toString(actual));
  }

  static void require(String what, char expected, char actual) {
    if (expected != actual) {
      throw new BrokenRule(what + " must be " + expected);
    }
  }

  static void require(String what, String expected, String actual) {
    if (!expected.equals(actual)) {
      throw new BrokenRule(what + " must be " + expected);
    }
  }
}
