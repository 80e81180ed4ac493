package com.cargobond.store.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * The JDK's blocking HTTP client with the body of a request buffered. The SDK's own client on it
 * streams bodies, and the JDK then tries for a whole millisecond, before each request, whether the
 * kept connection still stands: more than the request itself takes. A buffered request that finds
 * the connection gone is sent again instead.
 */
final class BufferedHttpClient implements SdkHttpClient {

  private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(2);
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(10);

  /** It counts the buffer. */
  private static final String CONTENT_LENGTH = "Content-Length";

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    HttpURLConnection connection;
    try {
      connection = open(request.httpRequest());
    } catch (IOException impossible) {
      throw new IllegalArgumentException("no address: " + request.httpRequest(), impossible);
    }
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return exchange(connection, request);
      }

      @Override
      public void abort() {
        connection.disconnect();
      }
    };
  }

  private static HttpURLConnection open(SdkHttpRequest request) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) request.getUri().toURL().openConnection();
    connection.setConnectTimeout((int) CONNECTS_WITHIN.toMillis());
    connection.setReadTimeout((int) ANSWERS_WITHIN.toMillis());
    connection.setUseCaches(false);
    connection.setInstanceFollowRedirects(false);
    setMethod(connection, request.method().name());
    request.forEachHeader(
        (name, values) -> {
          if (!name.equalsIgnoreCase(CONTENT_LENGTH)) {
            values.forEach(value -> connection.addRequestProperty(name, value));
          }
        });
    return connection;
  }

  private static void setMethod(HttpURLConnection connection, String method) {
    try {
      connection.setRequestMethod(method);
    } catch (ProtocolException unsupported) {
      throw new IllegalArgumentException(unsupported);
    }
  }

  private static HttpExecuteResponse exchange(
      HttpURLConnection connection, HttpExecuteRequest request) throws IOException {
    if (request.contentStreamProvider().isPresent()) {
      connection.setDoOutput(true);
      try (InputStream body = request.contentStreamProvider().get().newStream();
          OutputStream buffer = connection.getOutputStream()) {
        body.transferTo(buffer);
      }
    }
    int status = connection.getResponseCode();
    SdkHttpResponse.Builder head = SdkHttpResponse.builder().statusCode(status);
    connection
        .getHeaderFields()
        .forEach(
            (name, values) -> {
              // The JDK lists the status line as a header without a name.
              if (name != null) {
                head.putHeader(name, List.copyOf(values));
              }
            });
    Optional<InputStream> body =
        Optional.ofNullable(
            status < HttpURLConnection.HTTP_BAD_REQUEST
                ? connection.getInputStream()
                : connection.getErrorStream());
    return HttpExecuteResponse.builder()
        .response(head.build())
        .responseBody(body.map(AbortableInputStream::create).orElse(null))
        .build();
  }

  @Override
  public String clientName() {
    return "Buffered";
  }

  @Override
  public void close() {
    // The JDK keeps the connections, and closes those that were idle.
  }
}
