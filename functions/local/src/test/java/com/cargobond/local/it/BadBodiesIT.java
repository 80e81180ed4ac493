package com.cargobond.local.it;

import static com.cargobond.local.it.Application.aGuarantee;
import static com.cargobond.local.it.Refusals.breaks;
import static com.cargobond.local.it.Refusals.isRefused;
import static com.cargobond.local.it.Requests.CLOUD_EVENT;
import static com.cargobond.local.it.Requests.CLOUD_EVENT_BATCH;
import static com.cargobond.local.it.Requests.as;
import static com.cargobond.local.it.Requests.json;
import static com.cargobond.local.it.Requests.position;
import static com.cargobond.local.it.Requests.postBatch;
import static com.cargobond.local.it.Requests.postBody;
import static com.cargobond.local.it.Requests.shipment;
import static com.cargobond.local.it.Requests.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are no events, too many events, or too much of one. */
@ExtendWith(SharedSystem.class)
class BadBodiesIT {

  private static final int MEBIBYTE = 1024 * 1024;

  private IssuedGuarantee guarantee;
  private Consignment parcel;

  @BeforeEach
  void issue() {
    guarantee = aGuarantee().active();
    parcel = Consignment.on(guarantee);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "17"})
  void a_body_that_is_no_json_object_is_no_event(String body) {
    breaks(postBody(Bearer.customs(), CLOUD_EVENT, body), "", "must be a JSON object");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      delimiter = ';',
      value = {
        "no json; is not JSON at line 1, column 1",
        "{\"a\": 1,,}; is not JSON at line 1, column 9",
        "{\"id\":1,\"id\":2}; has a field twice at line 1, column 13",
        "{} {}; must end with its JSON value",
        "{\"a\": NaN}; is not JSON at line 1, column 10"
      })
  void a_body_that_is_no_json_is_told_where(String body, String rule) {
    breaks(postBody(Bearer.customs(), CLOUD_EVENT, body), "", rule);
  }

  @Test
  void a_body_in_another_encoding_or_too_deep_is_told_so() {
    byte[] otherEncoding = "{\"id\":\"\u5feb\"}".getBytes(Charset.forName("GB18030"));
    breaks(
        as(Bearer.customs()).contentType(CLOUD_EVENT).body(otherEncoding).post("/v1/events"),
        "",
        "must be UTF-8");
    breaks(
        postBody(Bearer.customs(), CLOUD_EVENT, "{\"a\":".repeat(2000) + "1" + "}".repeat(2000)),
        "",
        "is nested too deep, or has a name or number that is too long");
  }

  @Test
  void a_body_that_is_compressed_or_of_another_charset_or_no_type_is_refused_by_name() {
    byte[] event = parcel.declared("1.00").json().getBytes(StandardCharsets.UTF_8);
    Response compressed =
        as(Bearer.customs())
            .contentType(CLOUD_EVENT)
            .header("Content-Encoding", "gzip")
            .body(event)
            .post("/v1/events");
    isRefused(compressed, 415).then().header("Accept-Encoding", "identity");
    assertThat(compressed.<String>path("detail")).contains("Content-Encoding");
    Response charset =
        as(Bearer.customs())
            .contentType(CLOUD_EVENT + "; charset=gbk")
            .body(event)
            .post("/v1/events");
    assertThat(isRefused(charset, 415).<String>path("detail")).contains("charset");
    nothingMoved();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/cloudevents+json; charset=utf-8",
        "Application/CloudEvents+JSON",
        "application/cloudevents+json;charset=\"UTF-8\""
      })
  void a_media_type_is_compared_without_case_and_parameters(String contentType) {
    Event event = parcel.declared("1.00");
    postBody(event.bearer(), contentType, event.json()).then().statusCode(202);
  }

  @Test
  void a_call_without_a_body_takes_none() {
    breaks(
        json(as(Bearer.customs()), Fields.of()).post(guarantee.path() + "/suspension"),
        "",
        "this call takes no body");
    isRefused(
        json(as(Bearer.customs()), Fields.of("a", "x".repeat(MEBIBYTE)))
            .post(guarantee.path() + "/suspension"),
        413);
    assertThat(Requests.guarantee(guarantee).getString("status")).isEqualTo("ACTIVE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/exceptions?colour=red",
        "/v1/guarantees?limit=1&limit=2",
        "/v1/refunds?from=2026-01-01&to=2026-01-02&page=2"
      })
  void an_unknown_or_repeated_query_parameter_is_refused(String call) {
    isRefused(as(Bearer.ops()).get(call), 400);
  }

  @Test
  void an_answer_is_kept_by_nobody() {
    as(Bearer.bank())
        .get(guarantee.path())
        .then()
        .header("Cache-Control", "no-store")
        .header("X-Content-Type-Options", "nosniff");
    as(Bearer.bank()).get("/v1/guarantees/none").then().header("Cache-Control", "no-store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "null", "17"})
  void a_body_that_is_no_json_array_is_no_batch(String body) {
    breaks(postBody(Bearer.customs(), CLOUD_EVENT_BATCH, body), "", "must be a JSON array");
  }

  @ParameterizedTest
  @ValueSource(ints = {MEBIBYTE, 5 * MEBIBYTE})
  void a_body_over_one_mebibyte_is_too_large(int bytes) {
    String event = parcel.discrepancy().with("data.detail", "x".repeat(bytes)).json();

    isRefused(postBody(Bearer.carrier(parcel.operator()), CLOUD_EVENT, event), 413);
    isRefused(
        postBody(Bearer.carrier(parcel.operator()), CLOUD_EVENT_BATCH, "[" + event + "]"), 413);
    nothingMoved();
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/plain", "application/xml", "nonsense", "a/b/c"})
  void a_body_of_another_content_type_is_refused(String contentType) {
    isRefused(postBody(Bearer.customs(), contentType, parcel.declared("1.00").json()), 415);
    nothingMoved();
  }

  @Test
  void a_batch_of_more_than_a_hundred_is_refused_whole() {
    List<Event> events = Collections.nCopies(101, parcel.declared("1.00"));

    breaks(postBatch(events), "", "must hold 1 to 100 events");
    nothingMoved();
  }

  @Test
  void an_empty_batch_is_refused() {
    breaks(postBody(Bearer.customs(), CLOUD_EVENT_BATCH, "[]"), "", "must hold 1 to 100 events");
  }

  @Test
  void a_long_answer_comes_whole() {
    List<Event> events =
        IntStream.range(0, 100)
            .mapToObj(i -> Consignment.on(guarantee).declared("100.00").with("data.colour", "red"))
            .toList();

    Response answer = postBatch(events);

    answer
        .then()
        .statusCode(202)
        .header("Transfer-Encoding", nullValue())
        .header("Content-Length", Integer.toString(answer.asByteArray().length))
        .body("results.accepted", everyItem(equalTo(false)))
        .body("results.size()", equalTo(events.size()));
    assertThat(answer.asByteArray()).hasSizeGreaterThan(8192);
  }

  @Test
  void a_bad_event_in_a_batch_does_not_stop_the_good_ones() {
    Event first = parcel.declared("100.00");
    Event bad = parcel.assessed("-5.00");
    Event last = parcel.assessed("120.00");
    String body = Fields.json(List.of(first.fields(), bad.fields(), "no object", last.fields()));

    postBody(Bearer.customs(), CLOUD_EVENT_BATCH, body)
        .then()
        .statusCode(202)
        .body("results.accepted", equalTo(List.of(true, false, false, true)))
        .body("results[1].id", equalTo(bad.id()))
        .body("results[1].problem.status", equalTo(400))
        .body("results[1].problem.errors[0].field", equalTo("data.duty.amount"))
        .body("results[1].problem.errors[0].rule", equalTo("must not be negative"))
        .body("results[2].problem.errors[0].rule", equalTo("must be a JSON object"));

    Requests.awaitKnown(first, last);
    assertThat(shipment(parcel).getList("history.eventId")).containsExactly(first.id(), last.id());
    assertThat(position(guarantee)).containsEntry("reserved", "120.00");
  }

  private void nothingMoved() {
    Event first = parcel.arrived();
    tell(first);
    assertThat(shipment(parcel).getList("history.eventId")).containsExactly(first.id());
    assertThat(position(guarantee)).containsEntry("available", "10000.00");
  }
}
