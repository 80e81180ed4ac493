package com.cargobond.bench.coldstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;

/** What the API answered to API Gateway. */
record ApiAnswer(int status, JsonNode body) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SUCCESS = 2;
  private static final int HUNDRED = 100;

  /**
   * Reads the response of a call that must succeed.
   *
   * @throws BenchFailure if it did not
   */
  static ApiAnswer ofSuccess(byte[] response) {
    try {
      JsonNode gateway = JSON.readTree(response);
      int status = gateway.path("statusCode").asInt();
      if (status / HUNDRED != SUCCESS) {
        throw new BenchFailure("the API answered " + gateway);
      }
      String text = gateway.path("body").asText("");
      return new ApiAnswer(
          status,
          gateway.path("isBase64Encoded").asBoolean()
              ? JSON.readTree(Base64.getDecoder().decode(text))
              : JSON.readTree(text));
    } catch (IOException malformed) {
      throw new BenchFailure("the API answered no JSON: " + malformed.getMessage(), malformed);
    }
  }
}
