package com.cargobond.api.event;

import static com.cargobond.api.fixture.Callers.anotherCarrier;
import static com.cargobond.api.fixture.Callers.anotherOffice;
import static com.cargobond.api.fixture.Callers.bank;
import static com.cargobond.api.fixture.Callers.carrier;
import static com.cargobond.api.fixture.Callers.customs;
import static com.cargobond.api.fixture.Callers.operations;
import static com.cargobond.api.fixture.Refusals.breaks;
import static com.cargobond.api.fixture.Refusals.isForbidden;
import static com.cargobond.domain.fixture.AGuarantee.aGuarantee;
import static com.cargobond.domain.fixture.AnEvent.declared;
import static com.cargobond.domain.fixture.AnEvent.demandWithdrawn;
import static com.cargobond.domain.fixture.AnEvent.demanded;
import static com.cargobond.domain.fixture.AnEvent.departed;
import static com.cargobond.domain.fixture.AnEvent.depositTaken;
import static com.cargobond.domain.fixture.AnEvent.money;
import static com.cargobond.domain.fixture.AnEvent.refundApproved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.cargobond.api.fixture.TestLedger;
import com.cargobond.api.fixture.TestQueue;
import com.cargobond.domain.fixture.AGuarantee;
import com.cargobond.domain.fixture.AnEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** What carriers and Customs post is queued, or refused with what is wrong. */
@QuarkusTest
class EventsResourceTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EVENT = "application/cloudevents+json";
  private static final String BATCH = "application/cloudevents-batch+json";

  @Inject TestQueue queue;

  private TestLedger ledger;

  @BeforeEach
  void begin() {
    ledger = TestLedger.empty();
    queue.clear();
  }

  @Test
  void a_carrier_s_event_is_queued_in_a_group_of_its_operator() {
    post(carrier(), departed().id("E-1"))
        .statusCode(202)
        .body("results.id", contains("E-1"))
        .body("results.accepted", contains(true));

    assertThat(queue.sent())
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.messageGroupId()).startsWith(AGuarantee.OPERATOR.value());
              assertThat(message.messageBody()).contains("E-1");
            });
  }

  @Test
  void customs_speaks_for_the_office_that_is_its_source() {
    post(customs(), said(declared("100.00"), "2233")).statusCode(202);

    post(customs(), said(declared("100.00"), "5100")).spec(isForbidden());
    post(customs(), declared("100.00")).spec(breaks("source", "must be /customs/ and the office"));
  }

  @Test
  void one_role_does_not_say_what_is_the_other_s_to_say() {
    post(carrier(), said(declared("100.00"), "2233")).spec(isForbidden());
    post(customs(), departed()).spec(isForbidden());
    post(anotherCarrier(), departed()).spec(isForbidden());
    post(bank(), departed()).spec(isForbidden());
    assertThat(queue.sent()).isEmpty();
  }

  @Test
  void an_office_is_heard_on_what_was_filed_with_it() {
    ledger.told(declared("100.00"), demanded("60.00"), depositTaken("10.00"));

    post(anotherOffice(), said(withdrawn(), "5100")).spec(isForbidden());
    post(anotherOffice(), said(refundApproved("A-1", "10.00"), "5100")).spec(isForbidden());
    post(customs(), said(withdrawn(), "2233")).statusCode(202);
    post(customs(), said(refundApproved("A-1", "10.00"), "2233")).statusCode(202);
  }

  @Test
  void of_what_is_not_known_yet_every_office_is_heard() {
    post(anotherOffice(), said(withdrawn(), "5100")).statusCode(202);
    post(anotherOffice(), said(refundApproved("A-1", "10.00"), "5100")).statusCode(202);
  }

  @Test
  void a_field_that_breaks_a_rule_is_named() {
    post(carrier(), departed().without("location")).spec(breaks("data.location", "is required"));
    post(carrier(), departed().at("2099-01-01T00:00:00+08:00"))
        .spec(breaks("time", "must be at most 24 hours from now"));
    post(carrier(), departed().withAttribute("type", "cargo.lost.v1"))
        .spec(breaks("type", "is not a known event type"));
  }

  @Test
  void what_arises_inside_does_not_exist_outside() {
    post(customs(), AnEvent.overdue("2026-03-20"))
        .spec(breaks("type", "is not a known event type"));
  }

  @Test
  void an_amount_is_of_a_currency_that_a_guarantee_of_the_operator_has() {
    AnEvent inDollars = said(declared("100.00"), "2233").with("estimatedDuty", dollars());
    post(customs(), inDollars).statusCode(202);
    ledger.active(aGuarantee());

    post(customs(), inDollars)
        .spec(breaks("data.estimatedDuty.currency", "must be the currency of a guarantee"));
  }

  @Test
  void a_bad_event_of_a_batch_does_not_stop_the_good_ones() {
    batch(
            carrier(),
            Stream.of(departed().id("E-1"), departed().id("E-2").without("location"))
                .map(AnEvent::cloudEvent)
                .toList())
        .statusCode(202)
        .body("results.accepted", contains(true, false))
        .body("results[1].id", equalTo("E-2"))
        .body("results[1].problem.errors.field", contains("data.location"));

    assertThat(queue.sent()).extracting(SendMessageRequest::messageBody).hasSize(1);
  }

  @Test
  void a_batch_of_100_events_is_queued_in_their_order_by_ten_requests() {
    List<String> ids = IntStream.range(0, 100).mapToObj(i -> "E-%03d".formatted(i)).toList();

    batch(carrier(), ids.stream().map(id -> departed().id(id).cloudEvent()).toList())
        .statusCode(202)
        .body("results.id", equalTo(ids))
        .body("results.accepted", everyItem(is(true)));

    assertThat(queue.requests()).isEqualTo(10);
    assertThat(queue.sent())
        .extracting(message -> JSON.readTree(message.messageBody()).path("id").asText())
        .isEqualTo(ids);
  }

  @Test
  void what_the_queue_does_not_take_of_a_batch_can_be_sent_again() {
    queue.refuse(body -> body.contains("E-013") || body.contains("E-000"));
    List<Map<String, Object>> events =
        IntStream.range(0, 20)
            .mapToObj(i -> departed().id("E-%03d".formatted(i)).cloudEvent())
            .toList();

    batch(carrier(), events)
        .statusCode(202)
        .body("results.findAll { !it.accepted }.id", contains("E-000", "E-013"))
        .body("results.findAll { !it.accepted }.problem.status", everyItem(is(503)));
    assertThat(queue.sent()).hasSize(18);
  }

  @Test
  void of_a_queue_that_does_not_answer_nothing_is_said_to_be_accepted() {
    queue.refuse(
        body -> {
          throw new IllegalStateException("the queue is away");
        });

    batch(carrier(), List.of(departed().id("E-1").cloudEvent(), departed().id("E-2").cloudEvent()))
        .statusCode(202)
        .body("results.accepted", contains(false, false));
  }

  @Test
  void a_batch_has_1_to_100_events() {
    batch(carrier(), List.of()).spec(breaks("", "must hold 1 to 100 events"));
    batch(carrier(), Collections.nCopies(101, departed().cloudEvent()))
        .spec(breaks("", "must hold 1 to 100 events"));
  }

  @Test
  void an_event_may_come_with_its_attributes_as_headers() {
    carrier()
        .headers(
            "ce-specversion", "1.0",
            "ce-id", "E-1",
            "ce-source", "/carrier",
            "ce-type", "cargo.departed.v1",
            "ce-time", "2026-03-01T09:00:00+08:00",
            "ce-subject", AGuarantee.OPERATOR + "/HAWB-1")
        .contentType("application/json")
        .body(Map.of("location", "HKG"))
        .post("/v1/events")
        .then()
        .statusCode(202)
        .body("results.id", contains("E-1"));
  }

  @Test
  void what_is_no_cloud_event_is_not_read() {
    carrier()
        .contentType("application/json")
        .body(departed().cloudEvent())
        .post("/v1/events")
        .then()
        .statusCode(415)
        .body("detail", startsWith("Content-Type must be one of CloudEvents"));
  }

  @Test
  void what_one_officer_approves_alone_is_refused_and_kept_for_a_person() {
    ledger.told(depositTaken("10.00"));

    post(
            customs(),
            said(refundApproved("A-1", "10.00").with("approvers", List.of("officer-1")), "2233"))
        .statusCode(400);

    assertThat(queue.sent()).isEmpty();
    operations()
        .get("/v1/exceptions")
        .then()
        .body("exceptions.code", contains("APPROVED_BY_ONE"))
        .body("exceptions.subject", contains(AnEvent.DEPOSIT))
        .body("exceptions.reference", contains("A-1"));
  }

  private static AnEvent withdrawn() {
    return demandWithdrawn().at("2026-03-11T10:00:00+08:00");
  }

  private static Map<String, Object> dollars() {
    return money("100.00", "USD");
  }

  private static AnEvent said(AnEvent event, String office) {
    return event.withAttribute("source", "/customs/" + office);
  }

  private static ValidatableResponse post(RequestSpecification caller, AnEvent event) {
    return sent(caller, EVENT, event.cloudEvent());
  }

  private static ValidatableResponse batch(RequestSpecification caller, List<?> events) {
    return sent(caller, BATCH, events);
  }

  /** As bytes, which are sent under any media type. */
  private static ValidatableResponse sent(
      RequestSpecification caller, String mediaType, Object body) {
    try {
      return caller
          .contentType(mediaType)
          .body(JSON.writeValueAsBytes(body))
          .post("/v1/events")
          .then();
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
