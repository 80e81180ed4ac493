package com.cargobond.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What a function answers to a payload of version 2.0. */
record FunctionAnswer(JsonNode answer, byte[] body) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads an answer.
   *
   * @throws IOException if it is not JSON
   * @throws FunctionError if no client could be told of it
   */
  static FunctionAnswer read(byte[] written) throws IOException {
    JsonNode answer = JSON.readTree(written);
    if (!answer.path("statusCode").isInt()) {
      throw FunctionError.of("Gateway.Status", "the answer has no statusCode");
    }
    // A function answers whole. A client would wait for ever for the end of what is said to come in
    // another framing, and a deployed gateway may pass that on.
    if (answer.path("headers").properties().stream()
        .anyMatch(header -> header.getKey().equalsIgnoreCase("transfer-encoding"))) {
      throw FunctionError.of("Gateway.Framing", "the answer has a Transfer-Encoding");
    }
    return new FunctionAnswer(answer, bytes(answer));
  }

  private static byte[] bytes(JsonNode answer) {
    String text = answer.path("body").asText("");
    if (!answer.path("isBase64Encoded").asBoolean()) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException malformed) {
      throw FunctionError.of("Gateway.Body", "the body is not the base64 that it is said to be");
    }
  }

  void send(HttpServerResponse client) {
    answer
        .path("headers")
        .properties()
        .forEach(header -> client.putHeader(header.getKey(), header.getValue().asText()));
    answer
        .path("multiValueHeaders")
        .properties()
        .forEach(
            header ->
                header
                    .getValue()
                    .forEach(value -> client.headers().add(header.getKey(), value.asText())));
    answer
        .path("cookies")
        .forEach(cookie -> client.headers().add(HttpHeaders.SET_COOKIE, cookie.asText()));
    // The length is this server's to say.
    client.headers().remove(HttpHeaders.CONTENT_LENGTH);
    client.setStatusCode(answer.path("statusCode").intValue()).end(Buffer.buffer(body));
  }
}
