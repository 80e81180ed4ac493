package com.cargobond.local.lambda;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;

/** API Gateway's HTTP API: hands each request to a function as a payload of version 2.0. */
public final class HttpGateway implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(HttpGateway.class);

  /** API Gateway's own bound on a payload. */
  private static final int BODY_BYTES_MAX = 10 * 1024 * 1024;

  /** Above API Gateway's own bound: the function has one on tokens, and is to show it here. */
  private static final int HEADER_BYTES_MAX = 20 * 1024;

  /** What a client has to send a whole request once it began. */
  private static final Duration SENT_WITHIN = Duration.ofSeconds(30);

  /** Past what a function may take, while nothing comes from the client. */
  private static final Duration SILENT_AT_MOST = Duration.ofMinutes(1);

  private final Vertx vertx = Vertx.vertx();
  private final Refusals refusals = new Refusals(vertx);
  private final HttpServer server;
  private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
  private final UnaryOperator<byte[]> function;
  private final Duration sentWithin;

  /** Listens on the port and gives every request to the function. */
  public HttpGateway(int port, UnaryOperator<byte[]> function) {
    this(port, function, SENT_WITHIN);
  }

  HttpGateway(int port, UnaryOperator<byte[]> function, Duration sentWithin) {
    this.function = function;
    this.sentWithin = sentWithin;
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(InetAddress.getLoopbackAddress().getHostAddress())
            .setPort(port)
            // Connections end one by one, which HTTP/2 knows no way to say.
            .setHttp2ClearTextEnabled(false)
            .setMaxHeaderSize(HEADER_BYTES_MAX)
            .setMaxInitialLineLength(HEADER_BYTES_MAX)
            .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
            .setIdleTimeout((int) SILENT_AT_MOST.toMillis());
    try {
      server =
          vertx
              .createHttpServer(options)
              .requestHandler(this::receive)
              .invalidRequestHandler(refusals::refuseMalformed)
              .listen()
              .toCompletionStage()
              .toCompletableFuture()
              .join();
    } catch (CompletionException taken) {
      vertx.close();
      throw new UncheckedIOException(
          "port " + port + " cannot be used", new IOException(taken.getCause()));
    }
  }

  private void receive(HttpServerRequest request) {
    if (request.getHeader(HttpHeaders.HOST) == null) {
      refusals.refuse(request, HttpResponseStatus.BAD_REQUEST);
      return;
    }
    Buffer body = Buffer.buffer();
    long late =
        vertx.setTimer(
            sentWithin.toMillis(),
            timer -> refusals.refuse(request, HttpResponseStatus.REQUEST_TIMEOUT));
    request.handler(
        part -> {
          body.appendBuffer(part);
          if (body.length() > BODY_BYTES_MAX && vertx.cancelTimer(late)) {
            request.handler(rest -> {});
            refusals.refuse(request, HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE);
          }
        });
    request.exceptionHandler(gone -> vertx.cancelTimer(late));
    request.endHandler(
        end -> {
          if (vertx.cancelTimer(late)) {
            calls.execute(() -> call(request, body.getBytes()));
          }
        });
  }

  private void call(HttpServerRequest request, byte[] body) {
    try {
      FunctionAnswer.read(function.apply(GatewayEvent.of(request, body))).send(request.response());
    } catch (RuntimeException | IOException failed) {
      // A client that hears nothing would wait for as long as it can.
      LOG.error("the function failed", failed);
      refusals.refuse(request, HttpResponseStatus.BAD_GATEWAY);
    }
  }

  @Override
  public void close() {
    server.close().toCompletionStage().toCompletableFuture().join();
    calls.shutdownNow();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
