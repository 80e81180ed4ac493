package com.cargobond.local.it;

import static com.cargobond.local.it.Requests.anonymous;
import static com.cargobond.local.it.Requests.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Who may call what: every call of the served description, for every role, on what is its own, on
 * what is another's and on what is nobody's.
 */
@ExtendWith(SharedSystem.class)
class AccessMatrixIT {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  /** Whose is what the call names. */
  private enum Owner {
    OWN,
    ANOTHERS,
    NOBODYS
  }

  @Test
  void every_call_has_a_decision_and_every_decision_a_call() {
    assertThat(described()).isEqualTo(new TreeSet<>(AccessDecision.ALL.keySet()));
  }

  @TestFactory
  Stream<DynamicTest> a_call_reaches_the_callers_own_only() {
    return AccessDecision.ALL.entrySet().stream()
        .flatMap(
            call ->
                Stream.of(AccessDecision.Party.values())
                    .map(
                        party ->
                            DynamicTest.dynamicTest(
                                party + " " + call.getKey(),
                                () -> isAsDecided(call.getKey(), call.getValue(), party))));
  }

  private static void isAsDecided(
      String call, AccessDecision decision, AccessDecision.Party party) {
    AccessWorld world = AccessWorld.with(decision);
    String who = party + " " + call + ": ";
    if (!decision.parties().contains(party)) {
      for (String bearer : List.of(world.own(party), world.anothers(party))) {
        assertThat(send(call, decision, world, party, bearer, Owner.OWN).statusCode())
            .as(who + "a role that may not call it")
            .isEqualTo(403);
      }
      return;
    }
    if (decision.reach() == AccessDecision.Reach.LISTED) {
      assertThat(isListed(call, decision, world, world.own(party))).as(who + "its own").isTrue();
      if (party.hasOthers()) {
        assertThat(isListed(call, decision, world, world.anothers(party)))
            .as(who + "what is another's")
            .isFalse();
      }
      return;
    }
    if (party.hasOthers()) {
      assertThat(
              send(call, decision, world, party, world.anothers(party), Owner.ANOTHERS)
                  .statusCode())
          .as(who + "what is another's")
          .isEqualTo(decision.refusal(party));
    }
    if (decision.reach() == AccessDecision.Reach.ONE) {
      assertThat(send(call, decision, world, party, world.own(party), Owner.NOBODYS).statusCode())
          .as(who + "what is nobody's")
          .isEqualTo(404);
    }
    assertThat(send(call, decision, world, party, world.own(party), Owner.OWN).statusCode())
        .as(who + "its own")
        .isNotIn(401, 403, 404, 405, 415, 500, 503);
  }

  /** Whether an entry of any page tells of it. A page may end behind what is another's. */
  private static boolean isListed(
      String call, AccessDecision decision, AccessWorld world, String bearer) {
    String path = call.substring("GET ".length());
    String begin = decision.query().isEmpty() ? "?limit=100" : decision.query();
    String query = begin;
    while (query != null) {
      Response page = as(bearer).get(path + query);
      assertThat(page.statusCode()).isEqualTo(200);
      Map<String, Object> entries = new HashMap<>(page.jsonPath().getMap("$"));
      Object after = entries.remove("after");
      if (entries.toString().contains(decision.marker(world))) {
        return true;
      }
      query = after == null ? null : begin + "&after=" + after;
    }
    return false;
  }

  @TestFactory
  Stream<DynamicTest> a_call_without_a_token_is_not_authenticated() {
    return AccessDecision.ALL.entrySet().stream()
        .map(
            call ->
                DynamicTest.dynamicTest(
                    call.getKey(),
                    () ->
                        Unauthenticated.isRefused(
                            send(
                                call.getKey(),
                                call.getValue(),
                                AccessWorld.EMPTY,
                                call.getValue().parties().iterator().next(),
                                anonymous()))));
  }

  private static Response send(
      String call,
      AccessDecision decision,
      AccessWorld world,
      AccessDecision.Party party,
      String bearer,
      Owner owner) {
    AccessWorld named = owner == Owner.NOBODYS ? AccessWorld.EMPTY : world;
    return send(call, decision, named, party, as(bearer));
  }

  private static Response send(
      String call,
      AccessDecision decision,
      AccessWorld world,
      AccessDecision.Party party,
      RequestSpecification request) {
    String method = call.substring(0, call.indexOf(' '));
    String path = world.fill(call.substring(method.length() + 1)) + decision.query();
    decision
        .body(world, party)
        .ifPresent(
            body ->
                request
                    .contentType(decision.contentType())
                    .body(Fields.json(body).getBytes(StandardCharsets.UTF_8)));
    return method.equals("GET") ? request.get(path) : request.post(path);
  }

  /** The calls that the served description names. */
  private static Set<String> described() {
    Map<String, Map<String, Object>> paths =
        anonymous()
            .accept("application/json")
            .get("/openapi")
            .then()
            .statusCode(200)
            .extract()
            .path("paths");
    Set<String> calls = new TreeSet<>();
    paths.forEach(
        (path, item) ->
            item.keySet().stream()
                .filter(METHODS::contains)
                .forEach(method -> calls.add(method.toUpperCase(Locale.ROOT) + " " + path)));
    return calls;
  }
}
