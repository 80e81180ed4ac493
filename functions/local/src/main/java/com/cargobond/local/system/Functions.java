package com.cargobond.local.system;

import com.cargobond.local.lambda.FunctionError;
import com.cargobond.store.deployment.EventFunction;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The event functions, wherever they run, asked and answering in JSON as with Lambda. */
interface Functions {

  /**
   * Calls a function and waits for its answer.
   *
   * @throws FunctionError if it fails
   */
  byte[] invoke(EventFunction function, byte[] event);

  /** Those that somebody may invoke, by their names. */
  default Map<String, UnaryOperator<byte[]>> forCallers() {
    return Arrays.stream(EventFunction.values())
        .filter(EventFunction::answersCallers)
        .collect(
            Collectors.toMap(
                EventFunction::functionName, function -> event -> invoke(function, event)));
  }
}
