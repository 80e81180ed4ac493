package com.cargobond.local.it;

import static com.cargobond.local.it.Requests.as;
import static com.cargobond.local.it.Requests.json;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The list of what needs a person, as operations see it. */
final class Exceptions {

  private static final String PATH = "/v1/exceptions";
  private static final Duration LISTED_WITHIN = Duration.ofSeconds(30);

  private Exceptions() {}

  /** Those that are about a shipment, deposit or queue, from all pages. */
  static List<Map<String, Object>> about(String subject) {
    return about(subject::equals);
  }

  /** Waits until there is one about the subject. */
  static Map<String, Object> awaitAbout(String subject) {
    return await()
        .atMost(LISTED_WITHIN)
        .until(() -> about(subject), list -> !list.isEmpty())
        .getFirst();
  }

  static List<Map<String, Object>> about(Predicate<Object> subject) {
    List<Map<String, Object>> found = new ArrayList<>();
    String query = "?limit=100";
    while (query != null) {
      JsonPath page =
          as(Bearer.ops()).get(PATH + query).then().statusCode(200).extract().jsonPath();
      found.addAll(page.getList("exceptions"));
      String after = page.getString("after");
      query = after == null ? null : "?limit=100&after=" + after;
    }
    return found.stream().filter(one -> subject.test(one.get("subject"))).toList();
  }

  static JsonPath get(String id) {
    return as(Bearer.ops()).get(PATH + "/" + id).then().statusCode(200).extract().jsonPath();
  }

  /** The first ten of what was set aside. */
  static List<String> contents(String id) {
    return as(Bearer.ops())
        .get(PATH + "/" + id + "/contents")
        .then()
        .statusCode(200)
        .extract()
        .path("contents.content");
  }

  static Response list(String query) {
    return as(Bearer.ops()).get(PATH + query);
  }

  /**
   * Sends again whatever stands under a kind and code, whoever brought it up; until it comes up
   * anew it is off the list. So the code must be one that no other test brings up.
   */
  static Response resendAll(Map<String, ?> wanted) {
    return json(as(Bearer.ops()), wanted).post(PATH + "/resend");
  }

  static Response resend(String id) {
    return as(Bearer.ops()).post(PATH + "/" + id + "/resend");
  }

  static Response close(String id, String note) {
    return json(as(Bearer.ops()), Fields.of("note", note)).post(PATH + "/" + id + "/closure");
  }
}
