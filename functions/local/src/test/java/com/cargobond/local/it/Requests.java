package com.cargobond.local.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The calls that tests make, in the words of the business. */
final class Requests {

  static final String CLOUD_EVENT = "application/cloudevents+json";
  static final String CLOUD_EVENT_BATCH = "application/cloudevents-batch+json";
  static final String PROBLEM = "application/problem+json";

  private static final Duration APPLIED_WITHIN = Duration.ofSeconds(30);
  private static final Duration LOOK_EVERY = Duration.ofMillis(40);

  private Requests() {}

  /** A request without a token. */
  static RequestSpecification anonymous() {
    return RestAssured.given()
        .config(
            RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)));
  }

  /** A request with a bearer token. */
  static RequestSpecification as(String bearer) {
    return anonymous().header("Authorization", "Bearer " + bearer);
  }

  static RequestSpecification json(RequestSpecification request, Object body) {
    return request.contentType(ContentType.JSON).body(Fields.json(body));
  }

  /** Posts one event as whoever may say it. */
  static Response post(Event event) {
    return postBody(event.bearer(), CLOUD_EVENT, event.json());
  }

  /** Posts one body that claims to be an event. */
  static Response postBody(String bearer, String contentType, String body) {
    return events(as(bearer), contentType, body);
  }

  /** Posts one body that claims to be an event, by a request that says who calls. */
  static Response events(RequestSpecification request, String contentType, String body) {
    // As bytes, which are sent under any content type.
    return request
        .contentType(contentType)
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post("/v1/events");
  }

  /** Posts a batch as whoever may say its first event. */
  static Response postBatch(List<Event> events) {
    String body = Fields.json(events.stream().map(Event::fields).toList());
    return postBody(events.getFirst().bearer(), CLOUD_EVENT_BATCH, body);
  }

  /** Posts the events in their order and waits until each is in its shipment's history. */
  static void tell(Event... events) {
    for (Event event : events) {
      post(event).then().statusCode(202);
    }
    awaitKnown(events);
  }

  /** Waits until each event is in its shipment's history. */
  static void awaitKnown(Event... events) {
    Map<String, List<String>> ids =
        Arrays.stream(events)
            .collect(
                Collectors.groupingBy(
                    Event::subject, Collectors.mapping(Event::id, Collectors.toList())));
    ids.forEach(
        (subject, known) ->
            await()
                .atMost(APPLIED_WITHIN)
                .pollInterval(LOOK_EVERY)
                .untilAsserted(() -> assertThat(history(subject)).containsAll(known)));
  }

  private static List<String> history(String subject) {
    Response response = as(Bearer.ops()).get("/v1/shipments/" + subject);
    return response.statusCode() == 404
        ? List.of()
        : response.then().statusCode(200).extract().path("history.eventId");
  }

  static JsonPath shipment(Consignment consignment) {
    return as(Bearer.ops())
        .get("/v1/shipments/" + consignment.subject())
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** What an event did: its entry in the history. */
  static Map<String, Object> entry(Consignment consignment, Event event) {
    return shipment(consignment)
        .param("id", event.id())
        .getMap("history.find { it.eventId == id }");
  }

  static JsonPath guarantee(IssuedGuarantee guarantee) {
    return as(Bearer.ops()).get(guarantee.path()).then().statusCode(200).extract().jsonPath();
  }

  static Map<String, Object> position(IssuedGuarantee guarantee) {
    return guarantee(guarantee).getMap("position");
  }

  /** A bank's or Customs' step on a guarantee, with a body or without. */
  static Response step(String bearer, IssuedGuarantee guarantee, String step, Object... fields) {
    RequestSpecification request = as(bearer);
    return (fields.length == 0 ? request : json(request, Fields.of(fields)))
        .post(guarantee.path() + "/" + step);
  }
}
