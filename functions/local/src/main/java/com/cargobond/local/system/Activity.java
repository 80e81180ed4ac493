package com.cargobond.local.system;

/** What is done with a system that is up. */
@FunctionalInterface
interface Activity {

  /** Answers with the exit code. */
  int run(Running system);
}
