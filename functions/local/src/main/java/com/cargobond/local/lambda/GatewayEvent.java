package com.cargobond.local.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;

/** A request as API Gateway's payload of version 2.0. */
final class GatewayEvent {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String STAGE = "$default";

  private GatewayEvent() {}

  static byte[] of(HttpServerRequest request, byte[] body) throws JsonProcessingException {
    ObjectNode event = JSON.createObjectNode();
    event.put("version", "2.0");
    event.put("routeKey", STAGE);
    event.put("rawPath", request.path());
    event.put("rawQueryString", request.query() == null ? "" : request.query());
    ObjectNode headers = event.putObject("headers");
    for (String name : request.headers().names()) {
      headers.put(name.toLowerCase(Locale.ROOT), String.join(",", request.headers().getAll(name)));
    }
    ObjectNode context = event.putObject("requestContext");
    context.put("requestId", UUID.randomUUID().toString());
    context.put("stage", STAGE);
    context.put("timeEpoch", Instant.now().toEpochMilli());
    ObjectNode http = context.putObject("http");
    http.put("method", request.method().name());
    http.put("path", request.path());
    http.put("protocol", "HTTP/1.1");
    http.put("sourceIp", request.remoteAddress().hostAddress());
    if (body.length > 0) {
      event.put("body", Base64.getEncoder().encodeToString(body));
      event.put("isBase64Encoded", true);
    }
    return JSON.writeValueAsBytes(event);
  }
}
