package com.cargobond.local.it;

import static com.cargobond.local.it.Application.aGuarantee;
import static com.cargobond.local.it.Refusals.breaks;
import static com.cargobond.local.it.Requests.as;
import static com.cargobond.local.it.Requests.awaitKnown;
import static com.cargobond.local.it.Requests.position;
import static com.cargobond.local.it.Requests.postBatch;
import static com.cargobond.local.it.Requests.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds a guarantee's limit, a page at a time, and a limit in slices. */
@ExtendWith(SharedSystem.class)
class OpenHoldsIT {

  @Test
  void a_guarantee_without_holds_lists_none() {
    list(aGuarantee().active(), "")
        .then()
        .statusCode(200)
        .body("shipments.size()", equalTo(0))
        .body("after", nullValue());
  }

  @Test
  void a_hold_tells_its_shipment_and_what_it_holds() {
    IssuedGuarantee guarantee = aGuarantee().active();
    Consignment parcel = Consignment.on(guarantee);
    tell(parcel.declared("100.00"), parcel.assessed("100.00"), parcel.demanded("60.00"));

    list(guarantee, "")
        .then()
        .statusCode(200)
        .body("shipments.size()", equalTo(1))
        .body(
            "shipments[0]",
            equalTo(
                Fields.of(
                    "operator",
                    parcel.operator(),
                    "houseWaybill",
                    parcel.houseWaybill(),
                    "reserved",
                    Fields.money("40.00"),
                    "openDemands",
                    Fields.money("60.00"),
                    "held",
                    Fields.money("100.00"))));
  }

  @Test
  void what_is_restored_leaves_the_list() {
    IssuedGuarantee guarantee = aGuarantee().active();
    Consignment parcel = Consignment.on(guarantee);
    tell(parcel.declared("100.00"), parcel.discharged("ABANDONED"));

    list(guarantee, "").then().body("shipments.size()", equalTo(0));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void the_pages_together_hold_what_the_position_says(int slices) {
    IssuedGuarantee guarantee = aGuarantee().withSlices(slices).active();
    List<Consignment> parcels = Stream.generate(() -> Consignment.on(guarantee)).limit(17).toList();
    List<Event> declared = parcels.stream().map(parcel -> parcel.declared("10.00")).toList();
    postBatch(declared).then().statusCode(202);
    awaitKnown(declared.toArray(Event[]::new));

    List<String> listed = new ArrayList<>();
    String after = "";
    do {
      Response page = list(guarantee, after, "5");
      page.then().statusCode(200);
      List<String> waybills = page.path("shipments.houseWaybill");
      assertThat(waybills).hasSizeBetween(1, 5);
      listed.addAll(waybills);
      after = page.path("after");
    } while (after != null);

    assertThat(listed)
        .containsExactlyInAnyOrderElementsOf(
            parcels.stream().map(Consignment::houseWaybill).toList());
    assertThat(position(guarantee)).containsEntry("reserved", "170.00");
  }

  @Test
  void eight_slices_behave_like_one_limit() {
    IssuedGuarantee guarantee = aGuarantee().withLimit("800.00").withSlices(8).active();
    assertThat(Requests.guarantee(guarantee).getInt("slices")).isEqualTo(8);
    assertThat(position(guarantee)).containsEntry("available", "800.00");

    // Far more than one slice's share.
    Consignment large = Consignment.on(guarantee);
    tell(large.declared("700.00"));
    Consignment rest = Consignment.on(guarantee);
    tell(rest.declared("100.00"));

    assertThat(position(guarantee))
        .containsEntry("limit", "800.00")
        .containsEntry("reserved", "800.00")
        .containsEntry("available", "0.00")
        .containsEntry("overCommitted", false);
    Consignment tooMuch = Consignment.on(guarantee);
    tell(tooMuch.declared("0.01"));
    assertThat(Requests.shipment(tooMuch).getString("cover.reason"))
        .isEqualTo("INSUFFICIENT_LIMIT");

    tell(large.discharged("RE_EXPORTED"));
    assertThat(position(guarantee)).containsEntry("available", "700.00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "-1", "ten", "1.5", "99999999999"})
  void a_page_size_out_of_range_is_refused(String limit) {
    breaks(list(aGuarantee().active(), "", limit), "limit", "must be a whole number from 1 to 100");
  }

  @Test
  void a_page_token_that_was_never_given_is_refused() {
    breaks(list(aGuarantee().active(), "made up"), "after", "must come from the page before");
  }

  private static Response list(IssuedGuarantee guarantee, String after) {
    return list(guarantee, after, "50");
  }

  private static Response list(IssuedGuarantee guarantee, String after, String limit) {
    RequestSpecification request = as(Bearer.bank()).queryParam("limit", limit);
    return (after.isEmpty() ? request : request.queryParam("after", after))
        .get(guarantee.path() + "/shipments");
  }
}
