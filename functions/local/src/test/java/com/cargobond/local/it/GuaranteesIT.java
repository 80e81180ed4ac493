package com.cargobond.local.it;

import static com.cargobond.local.it.Application.aGuarantee;
import static com.cargobond.local.it.Refusals.breaks;
import static com.cargobond.local.it.Refusals.conflicts;
import static com.cargobond.local.it.Requests.as;
import static com.cargobond.local.it.Requests.json;
import static com.cargobond.local.it.Requests.position;
import static com.cargobond.local.it.Requests.step;
import static com.cargobond.local.it.Requests.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The life of a guarantee, from the bank's application to Customs' release. */
@ExtendWith(SharedSystem.class)
class GuaranteesIT {

  @Test
  void a_bank_issues_a_guarantee_and_finds_it_where_the_location_says() {
    Application application = aGuarantee().withLimit("1000.00");

    Response issued = application.issue();

    issued.then().statusCode(201).body("status", equalTo("SUBMITTED"));
    String location = issued.header("Location");
    assertThat(location).endsWith("/v1/guarantees/" + issued.path("guaranteeId"));
    as(Bearer.bank())
        .get(location)
        .then()
        .statusCode(200)
        .body("guaranteeId", equalTo(issued.path("guaranteeId")))
        .body("number", equalTo(application.fields().get("number")))
        .body("type", equalTo("GENERAL"))
        .body("version", equalTo(1))
        .body("purposes", containsInAnyOrder("CONSOLIDATED", "PAYMENT_TERM", "TAX_ELEMENT"))
        .body("principal.uscc", equalTo(application.operator()))
        .body("principal.name", equalTo("Pudong Express"))
        .body("principal.customsRegistrationNo", equalTo("3122260001"))
        .body("guarantor.bic", equalTo("COMMCNSH"))
        .body("guarantor.cnaps", equalTo("313651027012"))
        .body("beneficiaries", equalTo(List.of("*")))
        .body("limit", equalTo(Fields.money("1000.00")))
        .body("revolving", equalTo(true))
        .body("coverFrom", equalTo("2026-01-01"))
        .body("coverTo", equalTo("2027-06-30"))
        .body("suretyshipTo", equalTo("2027-12-31"))
        .body("slices", equalTo(1))
        .body("position", equalTo(untouched("1000.00")));
  }

  @Test
  void the_same_idempotency_key_answers_the_same_again() {
    Application application = aGuarantee();
    String key = "key-" + Ids.next();

    Response first = issueWith(key, application);
    Response again = issueWith(key, application);

    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.asString()).isEqualTo(first.asString());
  }

  @Test
  void the_same_idempotency_key_at_the_same_time_issues_one_guarantee() {
    Application application = aGuarantee();
    String key = "key-" + Ids.next();
    List<CompletableFuture<String>> calls =
        Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(
                            () -> issueWith(key, application).then().statusCode(201).extract())
                        .thenApply(answer -> answer.header("Location")))
            .limit(8)
            .toList();

    assertThat(calls.stream().map(CompletableFuture::join).distinct()).hasSize(1);
  }

  @Test
  void the_same_idempotency_key_with_another_body_is_refused() {
    String key = "key-" + Ids.next();
    issueWith(key, aGuarantee()).then().statusCode(201);

    conflicts(issueWith(key, aGuarantee()), "duplicate");
  }

  @Test
  void an_idempotency_key_that_nobody_can_print_is_refused() {
    breaks(
        issueWith("x".repeat(129), aGuarantee()),
        "Idempotency-Key",
        "must be 1 to 128 printable characters");
  }

  @Test
  void an_empty_idempotency_key_is_refused_and_one_with_commas_is_one() {
    breaks(issueWith("", aGuarantee()), "Idempotency-Key", "must be 1 to 128 printable characters");
    String key = "a,b," + Ids.next();
    Application application = aGuarantee();
    String id = issueWith(key, application).then().statusCode(201).extract().path("guaranteeId");
    issueWith(key, application.with("limit.amount", "10000.0"))
        .then()
        .statusCode(201)
        .body("guaranteeId", equalTo(id));
    conflicts(issueWith("a," + Ids.next(), application), "duplicate");
  }

  @Test
  void without_an_idempotency_key_the_same_number_is_another_request() {
    Application application = aGuarantee();
    application.submitted();

    conflicts(application.issue(), "duplicate");
  }

  @Test
  void customs_registers_a_guarantee() {
    IssuedGuarantee guarantee = aGuarantee().submitted();

    step(Bearer.customs(), guarantee, "registration", "registrationNo", guarantee.registrationNo())
        .then()
        .statusCode(200)
        .body("status", equalTo("ACTIVE"))
        .body("registrationNo", equalTo(guarantee.registrationNo()));
  }

  @Test
  void customs_refuses_a_guarantee_and_says_why() {
    step(Bearer.customs(), aGuarantee().submitted(), "refusal", "reason", "no seal")
        .then()
        .statusCode(200)
        .body("status", equalTo("REFUSED"))
        .body("statusReason", equalTo("no seal"));
  }

  @Test
  void an_amendment_makes_a_new_version_with_the_new_terms() {
    IssuedGuarantee guarantee = aGuarantee().withLimit("1000.00").active();

    step(
            Bearer.bank(),
            guarantee,
            "amendments",
            "limit",
            Fields.money("1500.00"),
            "coverTo",
            "2028-06-30",
            "suretyshipTo",
            "2028-12-31",
            "purposes",
            List.of("CONSOLIDATED", "PAYMENT_TERM", "TAX_ELEMENT"))
        .then()
        .statusCode(200)
        .body("status", equalTo("ACTIVE"))
        .body("version", equalTo(2))
        .body("limit.amount", equalTo("1500.00"))
        .body("coverTo", equalTo("2028-06-30"))
        .body("suretyshipTo", equalTo("2028-12-31"))
        .body("purposes", equalTo(List.of("CONSOLIDATED", "PAYMENT_TERM", "TAX_ELEMENT")))
        .body("position", equalTo(untouched("1500.00")));
  }

  @Test
  void a_reduction_below_what_is_reserved_waits_for_customs_consent() {
    IssuedGuarantee guarantee = aGuarantee().withLimit("1000.00").active();
    tell(Consignment.on(guarantee).declared("600.00"));

    step(Bearer.bank(), guarantee, "amendments", "limit", Fields.money("500.00"))
        .then()
        .statusCode(202)
        .body("limit", equalTo(Fields.money("500.00")));
    assertThat(position(guarantee)).containsEntry("limit", "1000.00");

    step(Bearer.customs(), guarantee, "amendments/2/acceptance")
        .then()
        .statusCode(200)
        .body("position.limit", equalTo("500.00"))
        .body("position.available", equalTo("-100.00"))
        .body("position.overCommitted", equalTo(true));
  }

  @Test
  void a_suspended_guarantee_takes_nothing_new_until_it_is_resumed() {
    IssuedGuarantee guarantee = aGuarantee().active();
    step(Bearer.customs(), guarantee, "suspension")
        .then()
        .statusCode(200)
        .body("status", equalTo("SUSPENDED"));
    Consignment during = Consignment.on(guarantee);
    tell(during.declared("10.00"));
    assertThat(Requests.shipment(during).getString("cover.reason")).isEqualTo("NOT_ACTIVE");

    step(Bearer.customs(), guarantee, "resumption")
        .then()
        .statusCode(200)
        .body("status", equalTo("ACTIVE"));
    tell(Consignment.on(guarantee).declared("20.00"));
    assertThat(position(guarantee)).containsEntry("reserved", "20.00");
  }

  @Test
  void a_purpose_that_is_served_is_taken_away_only_if_customs_consents() {
    IssuedGuarantee guarantee = aGuarantee().active();
    step(Bearer.bank(), guarantee, "amendments", "purposes", List.of("PAYMENT_TERM"))
        .then()
        .statusCode(202);
    assertThat(Requests.guarantee(guarantee).getList("purposes")).hasSize(3);

    step(Bearer.customs(), guarantee, "amendments/2/acceptance")
        .then()
        .statusCode(200)
        .body("purposes", equalTo(List.of("PAYMENT_TERM")));
  }

  @Test
  void a_guarantee_is_found_by_its_registration_number_and_in_the_list() {
    IssuedGuarantee guarantee = aGuarantee().active();

    as(Bearer.carrier(guarantee.operator()))
        .get("/v1/guarantees?registrationNo=" + guarantee.registrationNo())
        .then()
        .statusCode(200)
        .body("guarantees.guaranteeId", equalTo(List.of(guarantee.id())));
    as(Bearer.bank())
        .get("/v1/guarantees?registrationNo=REG-NONE")
        .then()
        .statusCode(200)
        .body("guarantees", equalTo(List.of()));
    breaks(
        as(Bearer.bank()).get("/v1/guarantees?status=OPEN"),
        "status",
        "must be one of [DRAFT, ISSUED, SUBMITTED, ACTIVE, REFUSED, SUSPENDED, RUN_OFF, CLOSED]");
    breaks(
        as(Bearer.bank()).get("/v1/guarantees?after=no~where"),
        "after",
        "must come from the page before");
  }

  @Test
  void a_cancelled_guarantee_is_closed_at_once_only_if_it_was_never_registered() {
    step(Bearer.bank(), aGuarantee().submitted(), "cancellation")
        .then()
        .statusCode(200)
        .body("status", equalTo("CLOSED"));
    step(Bearer.bank(), aGuarantee().active(), "cancellation")
        .then()
        .statusCode(200)
        .body("status", equalTo("RUN_OFF"));
  }

  @Test
  void what_was_refused_for_want_of_limit_is_covered_by_itself_when_the_limit_is_raised() {
    IssuedGuarantee guarantee = aGuarantee().withLimit("100.00").active();
    Consignment large = Consignment.on(guarantee);
    tell(large.declared("692.30"));
    assertThat(Requests.shipment(large).getString("cover.reason")).isEqualTo("INSUFFICIENT_LIMIT");

    step(Bearer.bank(), guarantee, "amendments", "limit", Fields.money("1000.00"))
        .then()
        .statusCode(200);

    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(Requests.shipment(large).getString("cover.state")).isEqualTo("COVERED"));
    assertThat(position(guarantee)).containsEntry("reserved", "692.30");
  }

  @Test
  void a_cancelled_guarantee_runs_off_and_customs_releases_it_when_nothing_is_open() {
    IssuedGuarantee guarantee = aGuarantee().active();
    Consignment open = Consignment.on(guarantee);
    tell(open.declared("300.00"));

    step(Bearer.bank(), guarantee, "cancellation")
        .then()
        .statusCode(200)
        .body("status", equalTo("RUN_OFF"));
    conflicts(step(Bearer.customs(), guarantee, "release"), "wrong-state");
    tell(open.assessed("300.00"), open.paid("300.00", "R1"));

    step(Bearer.customs(), guarantee, "release")
        .then()
        .statusCode(200)
        .body("status", equalTo("CLOSED"))
        .body("position.reserved", equalTo("0.00"));
  }

  private static Response issueWith(String key, Application application) {
    return json(as(Bearer.bank()).header("Idempotency-Key", key), application.fields())
        .post("/v1/guarantees");
  }

  private static Map<String, Object> untouched(String limit) {
    return Fields.of(
        "limit",
        limit,
        "reserved",
        "0.00",
        "openDemands",
        "0.00",
        "paidClaims",
        "0.00",
        "reinstated",
        "0.00",
        "consumed",
        "0.00",
        "available",
        limit,
        "overCommitted",
        false);
  }
}
