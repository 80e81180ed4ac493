package com.cargobond.bench.coldstart;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * A request to the API.
 *
 * @param body JSON text, or empty
 */
record ApiRequest(String method, String path, String token, String body) {

  static ApiRequest get(String path, String token) {
    return new ApiRequest("GET", path, token, "");
  }

  static ApiRequest post(String path, String token, String body) {
    return new ApiRequest("POST", path, token, body);
  }

  /** The event that API Gateway's HTTP API makes of it: payload version 2.0. */
  byte[] event() {
    String requestId = UUID.randomUUID().toString();
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("version", "2.0").put("routeKey", "$default");
    event.put("rawPath", path).put("rawQueryString", "");
    ObjectNode headers = event.putObject("headers");
    headers.put("accept", "application/json").put("authorization", "Bearer " + token);
    headers.put("host", "localhost").put("user-agent", "cold-start");
    ObjectNode context = event.putObject("requestContext");
    context.put("requestId", requestId).put("stage", "$default");
    context.put("timeEpoch", Instant.now().toEpochMilli());
    ObjectNode http = context.putObject("http");
    http.put("method", method).put("path", path).put("protocol", "HTTP/1.1");
    http.put("sourceIp", "127.0.0.1").put("userAgent", "cold-start");
    if (!body.isEmpty()) {
      headers.put("content-type", "application/json").put("idempotency-key", requestId);
      event.put("body", body);
    }
    event.put("isBase64Encoded", false);
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }
}
