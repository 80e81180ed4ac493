package com.cargobond.local.system;

import com.cargobond.events.FunctionFault;
import com.cargobond.local.lambda.FunctionError;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Functions in this process, called with JSON as Lambda calls them. */
final class InProcess {

  private static final ObjectMapper JSON = new ObjectMapper();

  private InProcess() {}

  /** The function behind JSON; what it throws becomes the error object of Lambda's runtimes. */
  static <Q, A> UnaryOperator<byte[]> function(Class<Q> question, Function<Q, A> function) {
    return payload -> {
      try {
        return JSON.writeValueAsBytes(function.apply(JSON.readValue(payload, question)));
      } catch (IOException | RuntimeException failure) {
        FunctionFault fault = FunctionFault.of(failure.getClass().getName(), failure.toString());
        throw FunctionError.of(fault.type(), fault.message());
      }
    };
  }
}
