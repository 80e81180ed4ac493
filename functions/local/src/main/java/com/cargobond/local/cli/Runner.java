package com.cargobond.local.cli;

/** Starts the whole system in this process. */
@FunctionalInterface
public interface Runner {

  /**
   * Runs until it is stopped, or until the sample is over if so asked.
   *
   * @return the exit code
   */
  int run(RunOptions options) throws Exception;
}
