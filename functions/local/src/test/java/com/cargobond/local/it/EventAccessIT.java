package com.cargobond.local.it;

import static com.cargobond.local.it.Application.aGuarantee;
import static com.cargobond.local.it.Refusals.breaks;
import static com.cargobond.local.it.Refusals.isRefused;
import static com.cargobond.local.it.Requests.as;
import static com.cargobond.local.it.Requests.post;
import static com.cargobond.local.it.Requests.postBatch;
import static com.cargobond.local.it.Requests.shipment;
import static com.cargobond.local.it.Requests.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may say what about a shipment. */
@ExtendWith(SharedSystem.class)
class EventAccessIT {

  private Consignment parcel;

  @BeforeEach
  void issue() {
    parcel = Consignment.on(aGuarantee().active());
  }

  @Test
  void an_event_without_a_valid_token_is_not_authenticated() {
    Event event = parcel.declared("100.00");
    for (RequestSpecification request : Unauthenticated.requests("CUSTOMS")) {
      Unauthenticated.isRefused(Requests.events(request, Requests.CLOUD_EVENT, event.json()));
    }
    nothingWasSaid();
  }

  @Test
  void the_bank_and_operations_post_no_events() {
    isRefused(post(parcel.departed().by(Bearer.bank())), 403);
    isRefused(post(parcel.declared("1.00").by(Bearer.ops())), 403);
    nothingWasSaid();
  }

  @Test
  void a_carrier_does_not_speak_for_customs() {
    isRefused(post(parcel.declared("1.00").by(Bearer.carrier(parcel.operator()))), 403);
    nothingWasSaid();
  }

  @Test
  void customs_does_not_speak_for_a_carrier() {
    isRefused(post(parcel.departed().by(Bearer.customs())), 403);
    nothingWasSaid();
  }

  @Test
  void a_carrier_speaks_for_itself_only() {
    isRefused(post(parcel.departed().by(Bearer.carrier(Ids.operator()))), 403);
    isRefused(post(parcel.departed().by(Bearer.ofNoParty("CARRIER"))), 403);
    nothingWasSaid();
  }

  @Test
  void an_office_of_customs_speaks_of_what_was_filed_in_its_district() {
    Event declared = parcel.declared("100.00");
    isRefused(post(declared.by(Bearer.of("CUSTOMS", "5100"))), 403);
    isRefused(post(declared.with("source", "/customs/5100").by(Bearer.of("CUSTOMS", "5100"))), 403);
    isRefused(post(declared.with("source", "/customs/5100").by(Bearer.of("CUSTOMS", "2200"))), 403);
    isRefused(post(declared.with("data.district", "5100").by(Bearer.of("CUSTOMS", "2200"))), 403);
    isRefused(post(declared.by(Bearer.ofNoParty("CUSTOMS"))), 403);
    nothingWasSaid();

    tell(declared.by(Bearer.of("CUSTOMS", "2233")));
    tell(parcel.assessed("100.00").by(Bearer.of("CUSTOMS", "2200")));
  }

  @Test
  void another_office_speaks_neither_of_a_notice_nor_of_a_demand() {
    String other = Bearer.of("CUSTOMS", "5100");
    tell(parcel.declared("100.00"), parcel.assessed("100.00"), parcel.demanded("10.00"));

    for (Event event :
        List.of(
            parcel.paid("100.00", "R-1"),
            parcel.reversed("100.00", "R-1"),
            parcel.demandWithdrawn())) {
      isRefused(post(event.with("source", "/customs/5100").by(other)), 403);
    }
  }

  @Test
  void another_offices_word_that_came_early_counts_for_nothing() {
    Event early =
        parcel
            .paid("100.00", "R-1")
            .with("source", "/customs/5100")
            .by(Bearer.of("CUSTOMS", "5100"));
    tell(early, parcel.declared("100.00"), parcel.assessed("100.00"));

    assertThat(shipment(parcel).<Object>get("cover.held")).isEqualTo(Fields.money("100.00"));
  }

  @Test
  void another_office_does_not_take_a_deposit_over() {
    CashDeposit deposit = new CashDeposit();
    deposit.tell("HELD", deposit.taken("100.00"));
    Event theirs =
        deposit
            .taken("100.00")
            .with("source", "/customs/5100")
            .with(
                "data.declarationNo",
                "510020261000000" + deposit.id().substring(deposit.id().length() - 3))
            .with("data.payer.account", "999900001111")
            .by(Bearer.of("CUSTOMS", "5100"));
    post(theirs).then().statusCode(202);
    post(theirs.with("id", theirs.id() + "-again")).then().statusCode(202);

    deposit.awaitField("exceptions.code", List.of("TAKEN_TWICE"));
    post(deposit.refundApproved("A-1", "100.00").by(Bearer.of("CUSTOMS", "2233")))
        .then()
        .statusCode(202);
    deposit.awaitField("approvals.size()", 1);
    assertThat(CashDeposit.figures(deposit.get(Bearer.ops()).jsonPath()).get(1)).isEqualTo("0.00");
  }

  @Test
  void another_office_decides_nothing_about_a_deposit() {
    CashDeposit deposit = new CashDeposit();
    deposit.tell("HELD", deposit.taken("100.00"));

    isRefused(
        post(
            deposit
                .refundApproved("A-1", "100.00")
                .with("source", "/customs/5100")
                .by(Bearer.of("CUSTOMS", "5100"))),
        403);
  }

  @Test
  void customs_says_which_office_speaks() {
    for (String source : List.of("/customs", "/customs/22330", "/customs/x", "urn:x", "/bank")) {
      breaks(
          post(parcel.declared("1.00").with("source", source)),
          "source",
          "must be /customs/ and the office that speaks, such as /customs/2233");
    }
    nothingWasSaid();
  }

  @Test
  void in_a_batch_only_what_is_the_callers_own_is_accepted() {
    Consignment others = Consignment.of(Ids.operator(), "REG-1");
    Event own = parcel.departed();

    postBatch(List.of(own, others.departed(), parcel.declared("1.00")))
        .then()
        .statusCode(202)
        .body("results.accepted", equalTo(List.of(true, false, false)))
        .body("results[1].problem.status", equalTo(403))
        .body("results[2].problem.status", equalTo(403));

    Event last = parcel.arrived();
    tell(last);
    assertThat(shipment(parcel).getList("history.eventId")).containsExactly(own.id(), last.id());
    isRefused(as(Bearer.ops()).get("/v1/shipments/" + others.subject()), 404);
  }

  /** What was refused would stand before this in the shipment's history. */
  private void nothingWasSaid() {
    Event first = parcel.arrived();
    tell(first);
    assertThat(shipment(parcel).getList("history.eventId")).containsExactly(first.id());
  }
}
