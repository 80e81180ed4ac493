package com.cargobond.local.post;

import com.cargobond.domain.input.BrokenRule;
import com.cargobond.local.identity.TokenHolder;
import com.cargobond.local.post.Batches.Batch;
import com.cargobond.local.post.PostResult.Outcome;
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
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Posts events to a running system, in their order, as many at once as it takes. What it cannot
 * take at the moment is sent again some times: the same event twice counts once.
 */
public final class PostClient implements AutoCloseable {

  private static final String CONTENT_TYPE = "application/cloudevents-batch+json";
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
  private static final List<Duration> PAUSES =
      List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
  private static final int STATUS_ACCEPTED = 202;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI events;
  private final Function<TokenHolder, String> signing;
  private final Optional<String> givenToken;
  private final List<Duration> pauses;
  private final Map<TokenHolder, String> signed = new HashMap<>();
  private final PostedIds postedIds = new PostedIds();
  private boolean answered;
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
  public PostClient(URI base, Optional<String> givenToken, Function<TokenHolder, String> signing) {
    this(base, givenToken, signing, PAUSES);
  }

  PostClient(
      URI base,
      Optional<String> givenToken,
      Function<TokenHolder, String> signing,
      List<Duration> pauses) {
    this.events = URI.create(base.toString().replaceAll("/+$", "") + "/v1/events");
    this.givenToken = givenToken;
    this.signing = signing;
    this.pauses = List.copyOf(pauses);
  }

  /**
   * Posts the events and tells each one's result as soon as it is known.
   *
   * @throws IOException if the system does not answer; what was not told as accepted may have been
   *     taken or not
   */
  public void post(List<ObjectNode> toPost, Consumer<PostResult> results)
      throws IOException, InterruptedException {
    Batches batches = new Batches();
    for (ObjectNode event : toPost) {
      try {
        if (postedIds.isTaken(event)) {
          throw new BrokenRule("has the id of another event that was posted before it");
        }
        batches.add(token(event), event);
      } catch (BrokenRule e) {
        results.accept(PostResult.refused(id(event), e.getMessage()));
      }
    }
    for (Batch batch : batches.all()) {
      post(batch, results);
    }
  }

  @Override
  public void close() {
    http.close();
  }

  private String token(ObjectNode event) {
    return givenToken.orElseGet(() -> signed.computeIfAbsent(Callers.of(event), signing));
  }

  private void post(Batch batch, Consumer<PostResult> results)
      throws IOException, InterruptedException {
    Batch waiting = batch;
    Iterator<Duration> pausesLeft = pauses.iterator();
    while (true) {
      List<ObjectNode> again = new ArrayList<>();
      List<PostResult> found = send(waiting, pausesLeft);
      for (int i = 0; i < found.size(); i++) {
        if (found.get(i).outcome() == Outcome.AGAIN && pausesLeft.hasNext()) {
          again.add(waiting.events().get(i));
        } else {
          results.accept(found.get(i));
        }
      }
      if (again.isEmpty()) {
        return;
      }
      waiting = new Batch(batch.token(), again);
      Thread.sleep(pausesLeft.next());
    }
  }

  /** A result for each event; a connection that breaks is tried again while pauses are left. */
  private List<PostResult> send(Batch batch, Iterator<Duration> pausesLeft)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(events)
            .timeout(ANSWER_WITHIN)
            .header("Authorization", "Bearer " + batch.token())
            .header("Content-Type", CONTENT_TYPE)
            .POST(BodyPublishers.ofByteArray(batch.body()))
            .build();
    while (true) {
      try {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        answered = true;
        return results(batch.events(), response);
      } catch (IOException lost) {
        if (lost instanceof ConnectException && !answered) {
          throw new IOException("nothing answers at " + events + ": is ./cargobond run up?", lost);
        }
        if (!pausesLeft.hasNext()) {
          throw new IOException(
              "%s does not answer (%s): what is not told here may have been taken or not;"
                      .formatted(events, lost)
                  + " post the same again, it counts once",
              lost);
        }
        Thread.sleep(pausesLeft.next());
      }
    }
  }

  private static List<PostResult> results(List<ObjectNode> posted, HttpResponse<String> response) {
    JsonNode answer = json(response.body());
    JsonNode results = answer.path("results");
    List<PostResult> each = new ArrayList<>();
    for (int i = 0; i < posted.size(); i++) {
      String id = id(posted.get(i));
      if (response.statusCode() != STATUS_ACCEPTED) {
        each.add(PostResult.notAccepted(id, response.statusCode(), answer));
      } else if (results.size() != posted.size()) {
        each.add(PostResult.again(id, "the answer does not say what became of it"));
      } else {
        each.add(result(id, results.get(i)));
      }
    }
    return each;
  }

  /** Accepted is only what the answer says so of, by its id. */
  private static PostResult result(String id, JsonNode result) {
    JsonNode problem = result.path("problem");
    if (problem.isObject()) {
      return PostResult.notAccepted(id, problem.path("status").asInt(), problem);
    }
    return result.path("accepted").asBoolean() && result.path("id").asText().equals(id)
        ? PostResult.accepted(id)
        : PostResult.again(id, "the answer does not say what became of it");
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
