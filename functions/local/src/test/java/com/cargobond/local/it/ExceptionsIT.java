package com.cargobond.local.it;

import static com.cargobond.local.it.Application.aGuarantee;
import static com.cargobond.local.it.Refusals.breaks;
import static com.cargobond.local.it.Refusals.conflicts;
import static com.cargobond.local.it.Refusals.isRefused;
import static com.cargobond.local.it.Requests.as;
import static com.cargobond.local.it.Requests.awaitKnown;
import static com.cargobond.local.it.Requests.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What needs a person, and what operations do about it. */
@ExtendWith(SharedSystem.class)
class ExceptionsIT {

  private static final Duration LISTED_WITHIN = Duration.ofSeconds(30);

  private final CashDeposit deposit = new CashDeposit();

  @Test
  void what_a_deposit_needs_a_person_for_is_listed_until_it_is_settled() {
    post(deposit.refundApproved("A1", "1000.00"));

    Map<String, Object> listed = awaitListed(deposit.id());
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

    Map<String, Object> listed = awaitListed(parcel.subject());
    String id = (String) listed.get("id");
    assertThat(listed).containsEntry("kind", "EVENT").containsEntry("code", "ID_REUSED");
    assertThat(Exceptions.get(id).getString("content")).contains("200.00");

    Exceptions.resend(id).then().statusCode(202);

    await()
        .atMost(LISTED_WITHIN)
        .until(
            () -> Exceptions.about(parcel.subject()),
            again ->
                again.size() == 1 && !again.getFirst().get("since").equals(listed.get("since")));
  }

  @Test
  void what_was_seen_to_is_closed_with_a_note() {
    Consignment parcel = Consignment.on(aGuarantee().active());
    post(parcel.discrepancy());
    String id = (String) awaitListed(parcel.subject()).get("id");

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
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "x"})
  void a_page_has_1_to_100_of_them(String limit) {
    breaks(
        as(Bearer.ops()).get("/v1/exceptions?limit=" + limit),
        "limit",
        "must be a whole number from 1 to 100");
  }

  private static Map<String, Object> awaitListed(String subject) {
    List<Map<String, Object>> listed =
        await()
            .atMost(LISTED_WITHIN)
            .until(() -> Exceptions.about(subject), list -> !list.isEmpty());
    return listed.getFirst();
  }
}
