package com.cargobond.local.lambda;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;

/** Answers requests that never reach a function, as the function answers its errors. */
final class Refusals {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A connection that ends while its client still sends may take the answer with it. */
  private static final Duration READ_ON = Duration.ofMillis(500);

  private final Vertx vertx;

  Refusals(Vertx vertx) {
    this.vertx = vertx;
  }

  void refuseMalformed(HttpServerRequest request) {
    Throwable cause = request.decoderResult().cause();
    refuse(
        request,
        switch (cause) {
          case TooLongHttpLineException line -> HttpResponseStatus.REQUEST_URI_TOO_LONG;
          case TooLongHttpHeaderException header ->
              HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
          case null, default -> HttpResponseStatus.BAD_REQUEST;
        });
  }

  /** The rest of a request that is refused means nothing: the connection ends. */
  void refuse(HttpServerRequest request, HttpResponseStatus status) {
    HttpServerResponse response = request.response();
    if (response.ended() || response.closed()) {
      return;
    }
    response.headers().clear();
    response
        .setStatusCode(status.code())
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
        .end(problem(status))
        .onComplete(
            sent -> vertx.setTimer(READ_ON.toMillis(), timer -> request.connection().close()));
  }

  private static String problem(HttpResponseStatus status) {
    return JSON.createObjectNode()
        .put("type", "urn:cargobond:problem:http-" + status.code())
        .put("title", status.reasonPhrase())
        .put("status", status.code())
        .put("detail", status.reasonPhrase())
        .toString();
  }
}
