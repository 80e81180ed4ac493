package com.cargobond.local.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cargobond.local.post.PostResult.Outcome;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events reach the API in batches that it takes, and each one's result comes back. */
class PostClientTest {

  private static final String SUBJECT = "91310115MA1AB2C343/HW1";

  private static final List<Duration> PAUSES = List.of(Duration.ZERO, Duration.ZERO);

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
    assertThat(results).allMatch(result -> result.outcome() == Outcome.ACCEPTED);
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
        new PostClient(api.url(), Optional.of(StandInApi.WRONG_TOKEN), caller -> "", PAUSES)) {
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
    assertThat(results).allMatch(result -> result.outcome() == Outcome.REFUSED);
    assertThat(results)
        .extracting(PostResult::problem)
        .satisfiesExactly(
            type -> assertThat(type).startsWith("type must be"),
            subject -> assertThat(subject).startsWith("subject must be"),
            uscc -> assertThat(uscc).startsWith("subject: USCC must be"));
  }

  @Test
  void what_is_refused_for_the_moment_is_sent_again_alone() throws Exception {
    post(
        List.of(
            event("a", "cargo.arrived.v1"),
            event(StandInApi.BUSY_ONCE, "cargo.arrived.v1"),
            event(StandInApi.BAD, "cargo.arrived.v1")));
    assertThat(api.bodies()).extracting(body -> body.size()).containsExactly(3, 1);
    assertThat(results)
        .containsExactly(
            PostResult.accepted("a"),
            PostResult.refused(StandInApi.BAD, "Invalid event; time is missing"),
            PostResult.accepted(StandInApi.BUSY_ONCE));
  }

  @Test
  void what_stays_refused_for_the_moment_is_told_as_that() throws Exception {
    post(List.of(event(StandInApi.BUSY, "cargo.arrived.v1")));
    assertThat(api.bodies()).hasSize(1 + PAUSES.size());
    assertThat(results)
        .containsExactly(PostResult.again(StandInApi.BUSY, "Busy; send the same again later"));
  }

  @ParameterizedTest
  @CsvSource({
    "400, REFUSED",
    "401, REFUSED",
    "403, REFUSED",
    "409, REFUSED",
    "413, REFUSED",
    "415, REFUSED",
    "429, AGAIN",
    "500, AGAIN",
    "502, AGAIN",
    "503, AGAIN",
    "504, AGAIN",
  })
  void the_status_tells_what_is_for_the_moment_from_what_is_for_good(int status, Outcome outcome) {
    PostResult result = PostResult.notAccepted("a", status, MissingNode.getInstance());
    assertThat(result).isEqualTo(new PostResult("a", outcome, "HTTP " + status));
  }

  @Test
  void a_gateways_own_words_are_told() {
    assertThat(
            PostResult.notAccepted(
                    "a", 429, new ObjectMapper().createObjectNode().put("message", "Too Many"))
                .problem())
        .isEqualTo("Too Many");
  }

  @Test
  void a_connection_that_breaks_is_opened_again() throws Exception {
    post(List.of(event(StandInApi.LOST_ONCE, "cargo.arrived.v1")));
    assertThat(results).containsExactly(PostResult.accepted(StandInApi.LOST_ONCE));
  }

  @Test
  void a_connection_that_stays_broken_leaves_it_open_what_was_taken() {
    assertThatThrownBy(() -> post(List.of(event(StandInApi.LOST, "cargo.arrived.v1"))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("may have been taken or not; post the same again");
    assertThat(results).isEmpty();
  }

  @Test
  void accepted_is_told_only_of_what_the_answer_says_it_of() throws Exception {
    post(List.of(event("a", "cargo.arrived.v1"), event(StandInApi.FORGOTTEN, "cargo.arrived.v1")));
    assertThat(results)
        .hasSize(2)
        .allMatch(result -> result.outcome() == Outcome.AGAIN)
        .allMatch(result -> result.problem().equals("the answer does not say what became of it"));
  }

  @Test
  void another_event_under_an_id_that_was_posted_is_refused_here() throws Exception {
    ObjectNode first = arrival("a", "PVG");
    post(List.of(first, first.deepCopy(), arrival("a", "FRA"), arrival("b", "FRA")));
    assertThat(results)
        .containsExactly(
            PostResult.refused("a", "has the id of another event that was posted before it"),
            PostResult.accepted("a"),
            PostResult.accepted("a"),
            PostResult.accepted("b"));
  }

  @Test
  void text_goes_as_it_came() throws Exception {
    String text = "\u8d27\uD842\uDFB7\u00E9\uFFFD?";
    post(List.of(event("a", "cargo.arrived.v1").put("x", text)));
    assertThat(api.bodies().getFirst().at("/0/x").asText()).isEqualTo(text);
  }

  @Test
  void a_system_that_is_down_is_named() {
    URI url = api.url();
    api.close();
    try (PostClient client = new PostClient(url, Optional.empty(), caller -> "", PAUSES)) {
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
            caller -> caller.role() + " " + caller.party().orElseThrow(),
            PAUSES)) {
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

  private static ObjectNode arrival(String id, String location) {
    ObjectNode event = event(id, "cargo.arrived.v1");
    event.put("specversion", "1.0").put("source", "/carrier").put("time", "2026-03-17T10:10:00Z");
    event.putObject("data").put("location", location);
    return event;
  }

  private static List<String> ids(List<ObjectNode> events) {
    return events.stream().map(event -> event.path("id").asText()).toList();
  }
}
