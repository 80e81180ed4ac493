package com.cargobond.domain.identity;

/** A value with one character mistyped. */
final class Slip {

  private Slip() {}

  static String at(int position, char other, String value) {
    return value.substring(0, position) + other + value.substring(position + 1);
  }
}
