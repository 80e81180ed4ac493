package com.cargobond.api.frame.caller;

/** Who calls: the values of the token's {@code groups}. */
public final class Role {

  public static final String CARRIER = "CARRIER";
  public static final String CUSTOMS = "CUSTOMS";
  public static final String BANK = "BANK";
  public static final String OPS = "OPS";

  private Role() {}
}
