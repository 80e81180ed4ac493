package com.cargobond.local.it;

import static com.cargobond.local.it.Application.aGuarantee;
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
    isRefused(post(parcel.departed().by(Bearer.carrierWithoutUscc())), 403);
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
