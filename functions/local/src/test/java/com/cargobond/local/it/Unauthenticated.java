package com.cargobond.local.it;

import static com.cargobond.local.it.Requests.anonymous;
import static com.cargobond.local.it.Requests.as;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;

/** Every way of not saying who calls. */
final class Unauthenticated {

  private Unauthenticated() {}

  /** Requests that would be good with a good token of the role. */
  static List<RequestSpecification> requests(String role) {
    return List.of(
        anonymous(),
        as("nonsense"),
        as(Bearer.unsigned(role)),
        as(Bearer.expired(role)),
        as(Bearer.ofAnotherMachine(role)),
        as(Bearer.ofAnotherIssuer(role)),
        as(Bearer.forAnotherAudience(role)),
        anonymous().auth().preemptive().basic(role, "secret"));
  }

  static void isRefused(Response response) {
    Refusals.isRefused(response, 401).then().header("WWW-Authenticate", "Bearer");
  }
}
