package com.cargobond.bench.coldstart;

import com.cargobond.local.client.ApiCalls;
import com.cargobond.local.identity.TokenHolder;
import com.cargobond.local.identity.TokenRole;
import com.cargobond.local.identity.Tokens;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;

/** Calls the API's function as API Gateway would: each call starts it anew, and must succeed. */
record ColdApi(LambdaFunction function, Tokens tokens) implements ApiCalls {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SUCCESS = 2;
  private static final int HUNDRED = 100;

  /**
   * Reads the response of a call that must succeed.
   *
   * @throws BenchFailure if it did not
   */
  static Answer success(byte[] response) {
    try {
      JsonNode gateway = JSON.readTree(response);
      int status = gateway.path("statusCode").asInt();
      if (status / HUNDRED != SUCCESS) {
        throw new BenchFailure("the API answered " + gateway);
      }
      String text = gateway.path("body").asText("");
      return new Answer(
          status,
          gateway.path("isBase64Encoded").asBoolean()
              ? JSON.readTree(Base64.getDecoder().decode(text))
              : JSON.readTree(text));
    } catch (IOException malformed) {
      throw new BenchFailure("the API answered no JSON: " + malformed.getMessage(), malformed);
    }
  }

  /** The request of somebody who reads a resource. */
  ApiRequest look(String role, String path) {
    return ApiRequest.get(path, token(role));
  }

  @Override
  public Answer get(String role, String path) {
    return call(look(role, path));
  }

  @Override
  public Answer post(String role, String path, String json) {
    return call(ApiRequest.post(path, token(role), json));
  }

  /** Nothing is posted twice here: each request has a key of its own. */
  @Override
  public Answer postOnce(String role, String path, String idempotencyKey, String json) {
    return post(role, path, json);
  }

  private Answer call(ApiRequest request) {
    return success(function.start(request.event()).answer());
  }

  private String token(String role) {
    return tokens.sign(TokenHolder.of(TokenRole.of(role)));
  }
}
