package com.cargobond.local.sample;

import com.cargobond.local.client.ApiCalls;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Calls the API. Every call of the sample may be repeated, so that a lost answer is asked again.
 */
public final class SampleClient implements ApiCalls, AutoCloseable {

  static final String BATCH_TYPE = "application/cloudevents-batch+json";

  private static final String JSON_TYPE = "application/json";
  private static final int ATTEMPTS_MAX = 5;
  private static final long BACKOFF_MILLIS = 200;
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI baseUrl;
  private final Function<String, String> tokens;
  private final Map<String, String> tokenByRole = new ConcurrentHashMap<>();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  public SampleClient(URI baseUrl, Function<String, String> tokens) {
    this.baseUrl = baseUrl;
    this.tokens = tokens;
  }

  @Override
  public Answer get(String role, String path) {
    return send(request(role, path).GET().build());
  }

  @Override
  public Answer post(String role, String path, String json) {
    return post(role, path, JSON_TYPE, json);
  }

  Answer post(String role, String path, String contentType, String body) {
    return send(post(request(role, path), contentType, body));
  }

  @Override
  public Answer postOnce(String role, String path, String idempotencyKey, String json) {
    HttpRequest.Builder keyed = request(role, path).header("Idempotency-Key", idempotencyKey);
    return send(post(keyed, JSON_TYPE, json));
  }

  @Override
  public void close() {
    http.close();
  }

  private static HttpRequest post(HttpRequest.Builder request, String contentType, String body) {
    return request
        .header("Content-Type", contentType)
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private HttpRequest.Builder request(String role, String path) {
    return HttpRequest.newBuilder(baseUrl.resolve(path))
        .timeout(ANSWER_WITHIN)
        .header("Accept", JSON_TYPE)
        .header("Authorization", "Bearer " + tokenByRole.computeIfAbsent(role, tokens));
  }

  private Answer send(HttpRequest request) {
    String failure = "";
    for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
      try {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() < 500 && response.statusCode() != 429) {
          return new Answer(response.statusCode(), json(response.body()));
        }
        failure = response.statusCode() + " " + response.body();
      } catch (IOException lost) {
        failure = lost.toString();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new SampleFailure("interrupted");
      }
      BoundedWait.millis(BACKOFF_MILLIS * attempt);
    }
    throw new SampleFailure(request.method() + " " + request.uri() + " failed: " + failure);
  }

  private static JsonNode json(String body) throws IOException {
    return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
  }
}
