package com.cargobond.local.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;

/**
 * A function answered with an error, or did not answer. The message is what Lambda tells the
 * caller: a JSON object with {@code errorType} and {@code errorMessage}.
 */
public final class FunctionError extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What the function's own runtime said. */
  public FunctionError(String message) {
    super(message);
  }

  /** What Lambda says when the function cannot. */
  public static FunctionError of(String type, String message) {
    ObjectNode error = JSON.createObjectNode().put("errorType", type).put("errorMessage", message);
    try {
      return new FunctionError(JSON.writeValueAsString(error));
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
