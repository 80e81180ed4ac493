package com.cargobond.local.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events reach the API in batches that it takes, and each one's result comes back. */
class PostClientTest {

  private static final String SUBJECT = "91310115MA1AB2C343/HW1";

  private final List<PostResult> results = new ArrayList<>();
  private StandInApi api;

  @BeforeEach
  void start() throws IOException {
    api = new StandInApi();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void many_events_go_in_batches_of_a_hundred_in_their_order() throws Exception {
    List<ObjectNode> events =
        IntStream.range(0, 250).mapToObj(i -> event("e" + i, "cargo.departed.v1")).toList();
    post(events);
    assertThat(api.bodies()).extracting(body -> body.size()).containsExactly(100, 100, 50);
    assertThat(results).extracting(PostResult::id).containsExactlyElementsOf(ids(events));
    assertThat(results).allMatch(PostResult::isAccepted);
  }

  @Test
  void large_events_go_in_bodies_that_the_api_takes() throws Exception {
    List<ObjectNode> events =
        IntStream.range(0, 30)
            .mapToObj(i -> event("e" + i, "cargo.departed.v1").put("x", "x".repeat(100_000)))
            .toList();
    post(events);
    assertThat(api.bodies()).allMatch(body -> body.toString().length() < 1024 * 1024);
    assertThat(results).extracting(PostResult::id).containsExactlyElementsOf(ids(events));
  }

  @Test
  void each_event_goes_as_the_caller_that_it_needs() throws Exception {
    post(
        List.of(
            event("a", "cargo.arrived.v1"),
            event("b", "customs.duty-paid.v1"),
            event("c", "customs.duty-paid.v1")));
    assertThat(api.tokens()).containsExactly("CARRIER 91310115MA1AB2C343", "CUSTOMS 0000");
    assertThat(api.bodies()).extracting(body -> body.size()).containsExactly(1, 2);
  }

  @Test
  void a_refused_event_comes_with_its_problem_and_fields() throws Exception {
    post(List.of(event("good", "cargo.arrived.v1"), event(StandInApi.BAD, "cargo.arrived.v1")));
    assertThat(results)
        .containsExactly(
            PostResult.accepted("good"),
            PostResult.refused(StandInApi.BAD, "Invalid event; time is missing"));
  }

  @Test
  void a_refused_batch_refuses_each_of_its_events() throws Exception {
    try (PostClient client =
        new PostClient(api.url(), Optional.of(StandInApi.WRONG_TOKEN), caller -> "")) {
      client.post(
          List.of(event("a", "cargo.arrived.v1"), event("b", "cargo.arrived.v1")), results::add);
    }
    assertThat(results)
        .containsExactly(
            PostResult.refused("a", "Unauthorized"), PostResult.refused("b", "Unauthorized"));
  }

  @Test
  void an_event_that_nobody_may_post_is_refused_here() throws Exception {
    post(
        List.of(
            event("a", "weather.rain.v1"),
            event("b", "cargo.arrived.v1").put("subject", "HW1"),
            event("c", "cargo.arrived.v1").put("subject", "12345/HW1")));
    assertThat(api.bodies()).isEmpty();
    assertThat(results).noneMatch(PostResult::isAccepted);
    assertThat(results)
        .extracting(result -> result.problem().orElseThrow())
        .satisfiesExactly(
            type -> assertThat(type).startsWith("type must be"),
            subject -> assertThat(subject).startsWith("subject must be"),
            uscc -> assertThat(uscc).startsWith("subject: USCC must be"));
  }

  @Test
  void a_system_that_is_down_is_named() {
    URI url = api.url();
    api.close();
    try (PostClient client = new PostClient(url, Optional.empty(), caller -> "")) {
      assertThatThrownBy(() -> client.post(List.of(event("a", "cargo.arrived.v1")), results::add))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("nothing answers at " + url);
    }
  }

  private void post(List<ObjectNode> events) throws IOException, InterruptedException {
    try (PostClient client =
        new PostClient(
            api.url(),
            Optional.empty(),
            caller -> caller.role() + " " + caller.party().orElseThrow())) {
      client.post(events, results::add);
    }
  }

  private static ObjectNode event(String id, String type) {
    return new ObjectMapper()
        .createObjectNode()
        .put("id", id)
        .put("type", type)
        .put("subject", SUBJECT);
  }

  private static List<String> ids(List<ObjectNode> events) {
    return events.stream().map(event -> event.path("id").asText()).toList();
  }
}
