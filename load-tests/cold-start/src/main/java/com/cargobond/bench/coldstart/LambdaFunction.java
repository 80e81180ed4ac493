package com.cargobond.bench.coldstart;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program that serves events, as Lambda would start it.
 *
 * @param environment all that it finds in its environment, but for the Runtime API's address
 * @param log where what it writes is appended
 */
record LambdaFunction(
    String name, List<String> command, Map<String, String> environment, Path log) {

  /**
   * Starts it, has it serve the event and ends it.
   *
   * @throws BenchFailure if it does not answer, or with an error
   */
  ColdStart start(byte[] event) {
    return ColdStart.of(this, event);
  }
}
