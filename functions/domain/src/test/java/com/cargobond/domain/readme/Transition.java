package com.cargobond.domain.readme;

import java.util.Comparator;

/** From one state to another. */
record Transition(String from, String to) implements Comparable<Transition> {

  private static final Comparator<Transition> ORDER =
      Comparator.comparing(Transition::from).thenComparing(Transition::to);

  @Override
  public int compareTo(Transition other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return from + " --> " + to;
  }
}
