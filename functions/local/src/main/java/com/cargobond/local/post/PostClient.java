package com.cargobond.local.post;

import com.cargobond.domain.input.BrokenRule;
import com.cargobond.local.identity.Caller;
import com.cargobond.local.post.Batches.Batch;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Posts events to a running system, in their order, as many at once as it takes. */
public final class PostClient implements AutoCloseable {

  private static final String CONTENT_TYPE = "application/cloudevents-batch+json";
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
  private static final int STATUS_ACCEPTED = 202;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI events;
  private final Function<Caller, String> signing;
  private final Optional<String> givenToken;
  private final Map<Caller, String> signed = new HashMap<>();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_WITHIN)
          .build();

  /**
   * Posts to one system.
   *
   * @param base the system's address, such as {@code http://localhost:8080}
   * @param givenToken the token to call with; without one, each event's caller is signed for
   * @param signing signs for a caller
   */
  public PostClient(URI base, Optional<String> givenToken, Function<Caller, String> signing) {
    this.events = URI.create(base.toString().replaceAll("/+$", "") + "/v1/events");
    this.givenToken = givenToken;
    this.signing = signing;
  }

  /**
   * Posts the events and tells each one's result as soon as it is known.
   *
   * @throws IOException if the system does not answer
   */
  public void post(List<ObjectNode> toPost, Consumer<PostResult> results)
      throws IOException, InterruptedException {
    Batches batches = new Batches();
    for (ObjectNode event : toPost) {
      try {
        batches.add(token(event), event);
      } catch (BrokenRule e) {
        results.accept(PostResult.refused(id(event), e.getMessage()));
      }
    }
    for (Batch batch : batches.all()) {
      post(batch).forEach(results);
    }
  }

  @Override
  public void close() {
    http.close();
  }

  private String token(ObjectNode event) {
    return givenToken.orElseGet(() -> signed.computeIfAbsent(Callers.of(event), signing));
  }

  private List<PostResult> post(Batch batch) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(events)
            .timeout(ANSWER_WITHIN)
            .header("Authorization", "Bearer " + batch.token())
            .header("Content-Type", CONTENT_TYPE)
            .POST(BodyPublishers.ofString(batch.body()))
            .build();
    HttpResponse<String> response;
    try {
      response = http.send(request, BodyHandlers.ofString());
    } catch (ConnectException e) {
      throw new IOException("nothing answers at " + events + ": is ./cargobond run up?", e);
    }
    JsonNode answer = json(response.body());
    JsonNode results = answer.path("results");
    List<ObjectNode> posted = batch.events();
    if (response.statusCode() != STATUS_ACCEPTED || results.size() != posted.size()) {
      return posted.stream()
          .map(event -> PostResult.refused(id(event), response.statusCode(), answer))
          .toList();
    }
    List<PostResult> each = new ArrayList<>();
    for (int i = 0; i < posted.size(); i++) {
      each.add(result(id(posted.get(i)), results.get(i)));
    }
    return each;
  }

  private static PostResult result(String id, JsonNode result) {
    JsonNode problem = result.path("problem");
    return result.path("accepted").asBoolean()
        ? PostResult.accepted(id)
        : PostResult.refused(id, problem.path("status").asInt(), problem);
  }

  private static String id(ObjectNode event) {
    return event.path("id").asText("(no id)");
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
