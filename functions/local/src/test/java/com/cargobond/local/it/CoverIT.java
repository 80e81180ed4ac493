package com.cargobond.local.it;

import static com.cargobond.local.it.Application.aGuarantee;
import static com.cargobond.local.it.Requests.entry;
import static com.cargobond.local.it.Requests.position;
import static com.cargobond.local.it.Requests.shipment;
import static com.cargobond.local.it.Requests.step;
import static com.cargobond.local.it.Requests.tell;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** When a guarantee does not cover a shipment, and when it must although it cannot. */
@ExtendWith(SharedSystem.class)
class CoverIT {

  @Test
  void an_unknown_guarantee_covers_nothing() {
    Consignment parcel = Consignment.of(Ids.operator(), "REG-" + Ids.next());

    isNotCovered(parcel, parcel.declared("10.00"), "NOT_FOUND");
  }

  @Test
  void a_closed_guarantee_covers_nothing() {
    IssuedGuarantee guarantee = aGuarantee().active();
    step(Bearer.bank(), guarantee, "cancellation").then().statusCode(200);
    Consignment parcel = Consignment.on(guarantee);

    isNotCovered(parcel, parcel.declared("10.00"), "NOT_ACTIVE");
    assertThat(position(guarantee)).containsEntry("reserved", "0.00");
  }

  @Test
  void a_guarantee_that_runs_off_takes_nothing_new() {
    IssuedGuarantee guarantee = aGuarantee().active();
    tell(Consignment.on(guarantee).declared("10.00"));
    step(Bearer.bank(), guarantee, "cancellation").then().statusCode(200);
    Consignment parcel = Consignment.on(guarantee);

    isNotCovered(parcel, parcel.declared("20.00"), "NOT_ACTIVE");
    assertThat(position(guarantee)).containsEntry("reserved", "10.00");
  }

  @Test
  void a_guarantee_covers_its_principal_only() {
    IssuedGuarantee guarantee = aGuarantee().active();
    Consignment parcel = Consignment.of(Ids.operator(), guarantee.registrationNo());

    isNotCovered(parcel, parcel.declared("10.00"), "NOT_OWNER");
    assertThat(position(guarantee)).containsEntry("reserved", "0.00");
  }

  @Test
  void a_guarantee_covers_its_own_currency_only() {
    IssuedGuarantee inHongKongDollars = aGuarantee().in("HKD").active();
    IssuedGuarantee guarantee = aGuarantee().of(inHongKongDollars.operator()).active();
    Consignment parcel = Consignment.on(guarantee);

    isNotCovered(
        parcel,
        parcel.declared("10.00").with("data.estimatedDuty.currency", "HKD"),
        "CURRENCY_NOT_COVERED");
    assertThat(position(guarantee)).containsEntry("reserved", "0.00");
  }

  @Test
  void a_guarantee_covers_its_purposes_only() {
    IssuedGuarantee guarantee = aGuarantee().with("purposes", List.of("TAX_ELEMENT")).active();
    Consignment parcel = Consignment.on(guarantee);

    isNotCovered(parcel, parcel.declared("10.00"), "PURPOSE_NOT_COVERED");
  }

  @Test
  void a_guarantee_covers_its_districts_only() {
    IssuedGuarantee guarantee = aGuarantee().with("beneficiaries", List.of("5301")).active();
    Consignment parcel = Consignment.on(guarantee);

    isNotCovered(parcel, parcel.declared("10.00"), "DISTRICT_NOT_COVERED");
  }

  @Test
  void a_guarantee_covers_what_arises_within_its_term_only() {
    IssuedGuarantee guarantee = aGuarantee().with("coverFrom", "2026-03-03").active();
    Consignment parcel = Consignment.on(guarantee);

    isNotCovered(parcel, parcel.declared("10.00"), "BEYOND_PERIOD");
  }

  @Test
  void a_guarantee_covers_only_what_customs_can_still_claim_in_time() {
    IssuedGuarantee guarantee =
        aGuarantee().with("coverTo", "2026-03-31").with("suretyshipTo", "2026-04-15").active();
    Consignment parcel = Consignment.on(guarantee);

    isNotCovered(parcel, parcel.declared("10.00"), "BEYOND_PERIOD");
  }

  @Test
  void too_small_a_limit_refuses_but_a_release_forces_it() {
    IssuedGuarantee guarantee = aGuarantee().withLimit("100.00").active();
    Consignment parcel = Consignment.on(guarantee);

    isNotCovered(parcel, parcel.declared("150.00"), "INSUFFICIENT_LIMIT");
    assertThat(position(guarantee))
        .containsEntry("reserved", "0.00")
        .containsEntry("available", "100.00");

    Event released = parcel.released();
    tell(released);
    assertThat(entry(parcel, released))
        .containsEntry("effect", "FORCED")
        .containsEntry("amount", Fields.money("150.00"));
    assertThat(shipment(parcel).getString("cover.state")).isEqualTo("COVERED");
    assertThat(shipment(parcel).getBoolean("cover.forced")).isTrue();
    assertThat(shipment(parcel).<Object>get("cover.held")).isEqualTo(Fields.money("150.00"));
    assertThat(position(guarantee))
        .containsEntry("reserved", "150.00")
        .containsEntry("available", "-50.00")
        .containsEntry("overCommitted", true);

    Consignment next = Consignment.on(guarantee);
    isNotCovered(next, next.declared("0.01"), "INSUFFICIENT_LIMIT");
    // Or it may be asked again, and covered, before the limit is looked at.
    tell(next.cancelled(2));
    tell(parcel.assessed("150.00"), parcel.paid("150.00", "R1"));
    assertThat(position(guarantee))
        .containsEntry("available", "100.00")
        .containsEntry("overCommitted", false);
  }

  @Test
  void a_release_on_an_unknown_guarantee_needs_a_person() {
    Consignment parcel = Consignment.of(Ids.operator(), "REG-" + Ids.next());
    isNotCovered(parcel, parcel.declared("10.00"), "NOT_FOUND");

    tell(parcel.released());

    assertThat(shipment(parcel).getString("cover.state")).isEqualTo("REFUSED");
    assertThat(shipment(parcel).getList("exceptions.code"))
        .containsExactly("RELEASED_WITHOUT_COVER");
  }

  @Test
  void a_duty_that_is_raised_on_a_covered_shipment_is_forced() {
    IssuedGuarantee guarantee = aGuarantee().withLimit("100.00").active();
    Consignment parcel = Consignment.on(guarantee);
    Event assessed = parcel.assessed("130.00");
    tell(parcel.declared("90.00"), assessed);

    assertThat(entry(parcel, assessed))
        .containsEntry("effect", "FORCED")
        .containsEntry("amount", Fields.money("40.00"));
    assertThat(position(guarantee)).containsEntry("available", "-30.00");
  }

  private static void isNotCovered(Consignment parcel, Event declared, String code) {
    tell(declared);
    Map<String, Object> entry = entry(parcel, declared);
    assertThat(entry).containsEntry("effect", "REFUSED").containsEntry("reason", code);
    assertThat(entry).containsEntry("amount", null);
    assertThat(shipment(parcel).getString("cover.state")).isEqualTo("REFUSED");
    assertThat(shipment(parcel).getString("cover.reason")).isEqualTo(code);
    assertThat(shipment(parcel).getString("cover.guaranteeId")).isNull();
  }
}
