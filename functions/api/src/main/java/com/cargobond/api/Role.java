package com.cargobond.api;

/** Who calls: the values of the token's {@code groups}. */
final class Role {

  static final String CARRIER = "CARRIER";
  static final String CUSTOMS = "CUSTOMS";
  static final String BANK = "BANK";
  static final String OPS = "OPS";

  private Role() {}
}
