package com.cargobond.local.system;

import com.cargobond.events.frame.FunctionFault;
import com.cargobond.local.lambda.FunctionError;
import com.cargobond.store.deployment.EventFunction;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import io.quarkus.funqy.runtime.FunctionInvoker;
import io.quarkus.funqy.runtime.FunctionRecorder;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;

/** The functions of the executable in this process, found by the names that they have there. */
final class InProcess implements Functions {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public byte[] invoke(EventFunction function, byte[] event) {
    FunctionInvoker named = FunctionRecorder.registry.matchInvoker(function.functionName());
    try {
      Object question = JSON.readValue(event, JSON.constructType(named.getInputType()));
      Object bean = Arc.container().instance(named.getTargetClass()).get();
      return JSON.writeValueAsBytes(named.getMethod().invoke(bean, question));
    } catch (InvocationTargetException thrown) {
      throw error(thrown.getCause());
    } catch (IOException | ReflectiveOperationException unreadable) {
      throw error(unreadable);
    }
  }

  /** What a caller of Lambda is told; the cause is for the log. */
  private static FunctionError error(Throwable cause) {
    FunctionFault fault = FunctionFault.of(cause.getClass().getName(), cause.toString());
    FunctionError error = FunctionError.of(fault.type(), fault.message());
    error.initCause(cause);
    return error;
  }
}
