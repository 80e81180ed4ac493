package com.cargobond.api.exception;

import static com.cargobond.api.fixture.Callers.bank;
import static com.cargobond.api.fixture.Callers.carrier;
import static com.cargobond.api.fixture.Callers.customs;
import static com.cargobond.api.fixture.Callers.json;
import static com.cargobond.api.fixture.Callers.operations;
import static com.cargobond.api.fixture.Refusals.breaks;
import static com.cargobond.api.fixture.Refusals.conflicts;
import static com.cargobond.api.fixture.Refusals.isForbidden;
import static com.cargobond.api.fixture.Refusals.isNotThere;
import static com.cargobond.domain.fixture.AnEvent.departed;
import static com.cargobond.domain.fixture.AnEvent.refundApproved;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.cargobond.api.fixture.TestLedger;
import com.cargobond.domain.fixture.AnEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What needs a person, and what operations do about it. */
@QuarkusTest
class ExceptionsResourceTest {

  private TestLedger ledger;

  @BeforeEach
  void begin() {
    ledger = TestLedger.empty();
  }

  @Test
  void each_matter_says_what_happened_and_what_can_be_done() {
    ledger.told(refundApproved("A-1", "10.00"));

    operations()
        .get("/v1/exceptions")
        .then()
        .statusCode(200)
        .body("exceptions.kind", contains("DEPOSIT"))
        .body("exceptions.code", contains("DEPOSIT_UNKNOWN"))
        .body("exceptions.subject", contains(AnEvent.DEPOSIT))
        .body("exceptions.capability", contains("deposit"))
        .body("exceptions.resendable", contains(false))
        .body("exceptions[0].meaning", not(equalTo("")))
        .body("exceptions[0].remedy", not(equalTo("")));
  }

  @Test
  void the_oldest_come_first_a_page_at_a_time() {
    ledger.gaveUp("group-2", "M-2", TestLedger.NOON.plusSeconds(1));
    ledger.gaveUp("group-1", "M-1", TestLedger.NOON);

    String after =
        operations()
            .queryParam("limit", 1)
            .get("/v1/exceptions")
            .then()
            .body("exceptions.reference", contains("M-1"))
            .extract()
            .path("after");
    operations()
        .queryParam("after", after)
        .get("/v1/exceptions")
        .then()
        .body("exceptions.reference", contains("M-2"))
        .body("after", nullValue());
  }

  @Test
  void they_are_narrowed_by_kind_code_and_capability() {
    ledger.told(refundApproved("A-1", "10.00"));
    ledger.gaveUp("group-1", "M-1", TestLedger.NOON);

    for (String[] filter :
        new String[][] {{"kind", "MESSAGE"}, {"code", "DEAD_LETTER"}, {"capability", "message"}}) {
      operations()
          .queryParam(filter[0], filter[1])
          .get("/v1/exceptions")
          .then()
          .body("exceptions.code", contains("DEAD_LETTER"));
    }
    refuses("kind", "ALL", "must be one of");
    refuses("code", "dead letter", "must be 1 to 64 capital letters");
    refuses("capability", "treasury", "must be one of");
    refuses("after", "M-1", "must come from the page before");
  }

  @Test
  void what_was_set_aside_is_shown_as_it_came() {
    ledger.gaveUp("group-1", "M-1", TestLedger.NOON);

    operations()
        .get("/v1/exceptions/" + first())
        .then()
        .statusCode(200)
        .body("resendable", equalTo(true))
        .body("content", equalTo("body of M-1"));
    operations()
        .get("/v1/exceptions/" + first() + "/contents")
        .then()
        .body("contents.content", contains("body of M-1"))
        .body("after", nullValue());
  }

  @Test
  void an_event_that_was_set_aside_is_shown_as_it_would_be_queued() {
    ledger.told(departed().id("E-1"), departed().id("E-1").with("location", "CAN"));

    operations()
        .queryParam("kind", "EVENT")
        .get("/v1/exceptions")
        .then()
        .body("exceptions.code", contains("ID_REUSED"));
    operations()
        .get("/v1/exceptions/" + first())
        .then()
        .body("content", containsString("cargo.departed.v1"));
  }

  @Test
  void what_is_sent_again_leaves_the_list() {
    ledger.gaveUp("group-1", "M-1", TestLedger.NOON);
    String id = first();

    operations()
        .post("/v1/exceptions/" + id + "/resend")
        .then()
        .statusCode(202)
        .body("resent", equalTo(1))
        .body("more", equalTo(false));

    operations().get("/v1/exceptions").then().body("exceptions", empty());
    operations().post("/v1/exceptions/" + id + "/resend").then().spec(isNotThere());
  }

  @Test
  void many_are_sent_again_at_once() {
    ledger.gaveUp("group-1", "M-1", TestLedger.NOON);
    ledger.gaveUp("group-2", "M-2", TestLedger.NOON.plusSeconds(1));

    json(operations(), Map.of("kind", "MESSAGE", "limit", 1))
        .post("/v1/exceptions/resend")
        .then()
        .statusCode(200)
        .body("resent", equalTo(1))
        .body("more", equalTo(true));
    json(operations(), Map.of("kind", "DEPOSIT", "limit", 1))
        .post("/v1/exceptions/resend")
        .then()
        .spec(breaks("kind", "must be EVENT or MESSAGE"));
  }

  @Test
  void where_nothing_was_set_aside_nothing_is_sent_and_a_note_closes_it() {
    ledger.told(refundApproved("A-1", "10.00"));
    String closure = "/v1/exceptions/" + first() + "/closure";

    operations()
        .post("/v1/exceptions/" + first() + "/resend")
        .then()
        .spec(conflicts("wrong-state"));
    json(operations(), Map.of()).post(closure).then().spec(breaks("note", "is required"));
    json(operations(), Map.of("note", "seen to")).post(closure).then().statusCode(204);
    operations().get("/v1/exceptions").then().body("exceptions", empty());
  }

  @Test
  void they_are_for_operations_alone() {
    for (RequestSpecification party : List.of(carrier(), bank(), customs())) {
      party.get("/v1/exceptions").then().spec(isForbidden());
    }
  }

  private static String first() {
    return operations().get("/v1/exceptions").then().extract().path("exceptions[0].id");
  }

  private static void refuses(String parameter, String value, String rule) {
    operations()
        .queryParam(parameter, value)
        .get("/v1/exceptions")
        .then()
        .spec(breaks(parameter, rule));
  }
}
