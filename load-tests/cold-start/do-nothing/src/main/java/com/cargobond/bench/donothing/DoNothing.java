package com.cargobond.bench.donothing;

import io.quarkus.funqy.Funq;

/** The least that a Quarkus function can be: what its start takes is the framework's share. */
public class DoNothing {

  /** Answers with what it was given. */
  @Funq("do-nothing")
  public String doNothing(String input) {
    return input;
  }
}
