package com.cargobond.local.it;

import static com.cargobond.local.it.Application.aGuarantee;
import static com.cargobond.local.it.Refusals.breaks;
import static com.cargobond.local.it.Refusals.conflicts;
import static com.cargobond.local.it.Refusals.isRefused;
import static com.cargobond.local.it.Requests.as;
import static com.cargobond.local.it.Requests.awaitKnown;
import static com.cargobond.local.it.Requests.json;
import static com.cargobond.local.it.Requests.post;
import static com.cargobond.local.it.Requests.postBatch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cargobond.domain.shipment.Shipment;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What needs a person, and what operations do about it. */
@ExtendWith(SharedSystem.class)
class ExceptionsIT {

  private static final Duration LISTED_WITHIN = Duration.ofSeconds(30);

  private final CashDeposit deposit = new CashDeposit();

  @Test
  void what_a_deposit_needs_a_person_for_is_listed_until_it_is_settled() {
    post(deposit.refundApproved("A1", "1000.00"));

    Map<String, Object> listed = Exceptions.awaitAbout(deposit.id());
    assertThat(listed)
        .containsEntry("kind", "DEPOSIT")
        .containsEntry("code", "DEPOSIT_UNKNOWN")
        .containsEntry("resendable", false);
    assertThat((String) listed.get("meaning")).isNotBlank();
    assertThat((String) listed.get("remedy")).isNotBlank();

    deposit.tell("REFUNDED", deposit.taken("1000.00"));

    assertThat(Exceptions.about(deposit.id())).isEmpty();
  }

  @Test
  void a_quarantined_event_is_sent_again_and_quarantined_again() {
    Consignment parcel = Consignment.on(aGuarantee().active());
    Event declared = parcel.declared("100.00");
    Event reused = parcel.declared("200.00").with("id", declared.id());
    post(declared);
    awaitKnown(declared);
    post(reused);

    Map<String, Object> listed = Exceptions.awaitAbout(parcel.subject());
    String id = (String) listed.get("id");
    assertThat(listed).containsEntry("kind", "EVENT").containsEntry("code", "ID_REUSED");
    assertThat(Exceptions.get(id).getString("content")).contains("200.00");

    Exceptions.resend(id).then().statusCode(202);

    awaitAgain(listed);
  }

  @Test
  void many_of_a_kind_are_sent_again_at_once() {
    List<Map<String, Object>> listed =
        Stream.generate(ExceptionsIT::saidTooMuchOf)
            .limit(2)
            .map(parcel -> Exceptions.awaitAbout(parcel.subject()))
            .toList();

    JsonPath answer =
        Exceptions.resendAll(Fields.of("kind", "EVENT", "code", "TOO_MANY_EVENTS", "limit", 100))
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();

    assertThat(answer.getInt("resent")).isEqualTo(listed.size());
    assertThat(answer.getBoolean("more")).isFalse();
    listed.forEach(ExceptionsIT::awaitAgain);
  }

  /** A shipment of which its carrier has said one thing more than there is room for. */
  private static Consignment saidTooMuchOf() {
    Consignment parcel = Consignment.of(Ids.operator(), "REG-NONE");
    postBatch(Stream.generate(parcel::departed).limit(Shipment.CARGO_EVENTS_MAX + 1).toList())
        .then()
        .statusCode(202);
    return parcel;
  }

  @Test
  void several_matters_of_one_code_are_one_entry_with_a_count() {
    post(deposit.refundApproved("A1", "100.00"));
    Map<String, Object> first = Exceptions.awaitAbout(deposit.id());
    post(deposit.refundApproved("A2", "200.00"));

    Map<String, Object> both =
        await()
            .atMost(LISTED_WITHIN)
            .until(
                () -> Exceptions.about(deposit.id()),
                list -> list.size() == 1 && list.getFirst().get("count").equals(2))
            .getFirst();

    assertThat(first).containsEntry("count", 1);
    assertThat(both)
        .containsEntry("code", "DEPOSIT_UNKNOWN")
        .containsEntry("id", first.get("id"))
        .containsEntry("reference", first.get("reference"))
        .containsEntry("since", first.get("since"));
  }

  @Test
  void the_list_shows_one_kind_and_code_where_they_are_asked_for() {
    post(deposit.refundApproved("A1", "100.00"));
    Exceptions.awaitAbout(deposit.id());

    assertThat(listed("?kind=DEPOSIT&code=DEPOSIT_UNKNOWN&limit=100")).contains(deposit.id());
    assertThat(listed("?kind=DEPOSIT&limit=100")).contains(deposit.id());
    assertThat(listed("?code=DEPOSIT_UNKNOWN&limit=100")).contains(deposit.id());
    assertThat(listed("?capability=deposit&code=DEPOSIT_UNKNOWN&limit=100")).contains(deposit.id());
    assertThat(listed("?capability=shipment&limit=100")).doesNotContain(deposit.id());
    assertThat(listed("?kind=SHIPMENT&limit=100")).doesNotContain(deposit.id());
    assertThat(listed("?kind=DEPOSIT&code=TAKEN_TWICE&limit=100")).doesNotContain(deposit.id());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind=NOTHING | kind | must be one of [SHIPMENT, DEPOSIT, EVENT, MESSAGE, OUTBOX]",
        "code=a-b | code | must be 1 to 64 capital letters or underscores",
        "after=a*b | after | must come from the page before",
        "after=x | after | must come from the page before",
        "after=2026-13-01T00:00:00Z~x | after | must come from the page before",
        "capability=weather | capability | must be one of [shipment, deposit, message]"
      })
  void a_filter_that_cannot_be_meant_is_refused(String query, String field, String rule) {
    breaks(Exceptions.list("?" + query), field, rule);
  }

  @Test
  void the_list_begins_with_the_oldest() {
    post(deposit.refundApproved("A1", "100.00"));
    Exceptions.awaitAbout(deposit.id());

    List<Instant> times =
        Exceptions.about(subject -> true).stream()
            .map(one -> Instant.parse((String) one.get("since")))
            .toList();

    assertThat(times).isSorted();
  }

  @Test
  void quarantined_events_of_one_shipment_are_one_entry_and_all_of_them_are_kept() {
    Consignment parcel = Consignment.on(aGuarantee().active());
    Event declared = parcel.declared("100.00");
    post(declared);
    awaitKnown(declared);
    for (String amount : List.of("200.00", "300.00", "400.00")) {
      post(parcel.declared(amount).with("id", declared.id()));
    }

    Map<String, Object> entry =
        await()
            .atMost(LISTED_WITHIN)
            .until(
                () -> Exceptions.about(parcel.subject()),
                list -> list.size() == 1 && list.getFirst().get("count").equals(3))
            .getFirst();

    assertThat(Exceptions.contents((String) entry.get("id")))
        .hasSize(3)
        .anyMatch(content -> content.contains("400.00"));
    JsonPath answer =
        Exceptions.resend((String) entry.get("id")).then().statusCode(202).extract().jsonPath();
    assertThat(answer.getInt("resent")).isEqualTo(3);
    assertThat(answer.getBoolean("more")).isFalse();
  }

  @Test
  void only_what_was_set_aside_is_sent_again_and_a_hundred_at_most() {
    breaks(
        Exceptions.resendAll(Fields.of("kind", "SHIPMENT", "limit", 1)),
        "kind",
        "must be EVENT or MESSAGE: only these are sent again");
    breaks(
        Exceptions.resendAll(Fields.of("kind", "EVENT", "limit", 101)),
        "limit",
        "must be a whole number from 1 to 100");
    breaks(Exceptions.resendAll(Fields.of("limit", 1)), "kind", "is required");
    assertThat(
            Exceptions.resendAll(
                    Fields.of("kind", "EVENT", "limit", 1, "before", "2020-01-01T00:00:00Z"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getInt("resent"))
        .isZero();
  }

  private static List<String> listed(String query) {
    return Exceptions.list(query).then().statusCode(200).extract().path("exceptions.subject");
  }

  @Test
  void what_was_seen_to_is_closed_with_a_note() {
    Consignment parcel = Consignment.on(aGuarantee().active());
    post(parcel.discrepancy());
    String id = (String) Exceptions.awaitAbout(parcel.subject()).get("id");

    conflicts(Exceptions.resend(id), "wrong-state");
    breaks(Exceptions.close(id, ""), "note", "must have 1 to 512 characters");
    Exceptions.close(id, "the carrier found the parcel").then().statusCode(204);

    isRefused(Exceptions.close(id, "again"), 404);
    assertThat(Exceptions.about(parcel.subject())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"BANK", "CUSTOMS"})
  void only_operations_see_them(String role) {
    isRefused(as(Bearer.of(role)).get("/v1/exceptions"), 403);
    isRefused(as(Bearer.of(role)).post("/v1/exceptions/x/resend"), 403);
    isRefused(
        json(as(Bearer.of(role)), Fields.of("kind", "EVENT", "limit", 1))
            .post("/v1/exceptions/resend"),
        403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "x"})
  void a_page_has_1_to_100_of_them(String limit) {
    breaks(
        as(Bearer.ops()).get("/v1/exceptions?limit=" + limit),
        "limit",
        "must be a whole number from 1 to 100");
  }

  /** Waits until the entry has left the list and the same matter came up anew. */
  private static void awaitAgain(Map<String, Object> listed) {
    await()
        .atMost(LISTED_WITHIN)
        .until(
            () -> Exceptions.about((String) listed.get("subject")),
            again ->
                again.size() == 1 && !again.getFirst().get("since").equals(listed.get("since")));
  }
}
