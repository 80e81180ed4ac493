package com.cargobond.local.it;

import static com.cargobond.local.it.Application.aGuarantee;
import static com.cargobond.local.it.Refusals.breaks;
import static com.cargobond.local.it.Refusals.isRefused;
import static com.cargobond.local.it.Requests.as;
import static com.cargobond.local.it.Requests.awaitKnown;
import static com.cargobond.local.it.Requests.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.message.MessageWriter;
import io.cloudevents.http.HttpMessageFactory;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events whose attributes are headers, as the official CloudEvents SDKs send them. */
@ExtendWith(SharedSystem.class)
class BinaryEventsIT {

  private Consignment parcel;

  @BeforeEach
  void issue() {
    parcel = Consignment.on(aGuarantee().active());
  }

  @Test
  void an_event_of_the_official_sdk_is_taken() {
    Event event = parcel.declared("100.00");
    AtomicReference<Response> answer = new AtomicReference<>();
    RequestSpecification request = as(event.bearer());
    MessageWriter<?, ?> writer =
        HttpMessageFactory.createWriter(
            request::header, body -> answer.set(request.body(body).post("/v1/events")));
    writer.writeBinary(ofTheSdk(event));

    answer.get().then().statusCode(202);
    awaitKnown(event);
    assertThat(entry(parcel, event)).containsEntry("effect", "RESERVED");
  }

  @ParameterizedTest
  @CsvSource({
    "ce-data, x, is told by the body and its Content-Type",
    "ce-subject, %C0%AF, must be percent-encoded UTF-8",
    "ce-source, %4, must be percent-encoded UTF-8"
  })
  void a_bad_header_is_named(String header, String value, String rule) {
    Event event = parcel.declared("100.00");
    breaks(binary(event, header).header(header, value).post("/v1/events"), header, rule);
  }

  @Test
  void a_header_that_is_not_there_is_an_attribute_that_is_not_there() {
    Event event = parcel.declared("100.00");
    breaks(binary(event, "ce-id").post("/v1/events"), "id", "is required");
  }

  @Test
  void a_header_may_hold_commas() {
    Event event = parcel.declared("100.00");
    binary(event, "").header("ce-tracestate", "a=1,b=2").post("/v1/events").then().statusCode(202);
    awaitKnown(event);
  }

  @Test
  void a_percent_encoded_header_is_what_it_stands_for() {
    Event event = parcel.declared("100.00").with("id", "id %");
    binary(event, "ce-id").header("ce-id", "id %25").post("/v1/events").then().statusCode(202);
    awaitKnown(event);
  }

  @Test
  void json_without_the_headers_of_an_event_is_none() {
    isRefused(
        as(Bearer.customs()).contentType("application/json").body("{}").post("/v1/events"), 415);
  }

  private static RequestSpecification binary(Event event, String without) {
    RequestSpecification request = as(event.bearer()).contentType("application/json");
    event
        .fields()
        .forEach(
            (name, value) -> {
              boolean isAttribute = !name.equals("data") && !name.equals("datacontenttype");
              if (isAttribute && !("ce-" + name).equals(without)) {
                request.header("ce-" + name, value);
              }
            });
    return request.body(data(event));
  }

  private static byte[] data(Event event) {
    return Fields.json((Map<?, ?>) event.fields().get("data")).getBytes(StandardCharsets.UTF_8);
  }

  private static CloudEvent ofTheSdk(Event event) {
    return CloudEventBuilder.v1()
        .withId(event.id())
        .withSource(URI.create((String) event.fields().get("source")))
        .withType((String) event.fields().get("type"))
        .withTime(OffsetDateTime.parse((String) event.fields().get("time")))
        .withSubject(event.subject())
        .withExtension("traceparent", "00-4bf92f35-00f067aa-01")
        .withData("application/json; charset=utf-8", data(event))
        .build();
  }
}
