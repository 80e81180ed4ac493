package com.cargobond.local.it;

import static com.cargobond.local.it.Application.aGuarantee;
import static com.cargobond.local.it.Requests.entry;
import static com.cargobond.local.it.Requests.position;
import static com.cargobond.local.it.Requests.post;
import static com.cargobond.local.it.Requests.shipment;
import static com.cargobond.local.it.Requests.tell;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Events that come twice, too early, too late or in contradiction. */
@ExtendWith(SharedSystem.class)
class DisorderIT {

  private IssuedGuarantee guarantee;
  private Consignment parcel;

  @BeforeEach
  void issue() {
    guarantee = aGuarantee().withLimit("1000.00").active();
    parcel = Consignment.on(guarantee);
  }

  @Test
  void the_same_event_again_is_accepted_and_moves_nothing() {
    Event declared = parcel.declared("100.00");
    tell(declared);

    tell(declared, parcel.departed());

    reserves("100.00");
    assertThat(shipment(parcel).getList("history")).hasSize(2);
  }

  @Test
  void a_message_that_the_queue_delivers_twice_moves_nothing(RunningSystem system) {
    Event declared = parcel.declared("100.00");
    tell(declared);

    AcceptedEventQueue.of(system).put(parcel.operator(), declared.json());

    tell(parcel.departed());
    reserves("100.00");
    assertThat(shipment(parcel).getList("history")).hasSize(2);
  }

  @Test
  void the_same_event_with_its_fields_in_another_order_is_the_same_event(RunningSystem system) {
    Event declared = parcel.declared("100.00");
    tell(declared);

    AcceptedEventQueue.of(system)
        .put(parcel.operator(), Fields.json(Fields.reversed(declared.fields())));

    tell(parcel.departed());
    reserves("100.00");
    assertThat(shipment(parcel).getList("history")).hasSize(2);
  }

  @Test
  void the_same_id_with_another_payload_moves_nothing() {
    Event declared = parcel.declared("100.00");
    tell(declared);

    post(declared.with("data.estimatedDuty.amount", "900.00")).then().statusCode(202);

    tell(parcel.departed());
    reserves("100.00");
    assertThat(entry(parcel, declared)).containsEntry("amount", Fields.money("100.00"));
    assertThat(shipment(parcel).getList("history")).hasSize(2);
  }

  @Test
  void the_same_id_for_another_shipment_moves_nothing() {
    Consignment other = Consignment.on(guarantee);
    Event declared = parcel.declared("100.00");
    tell(declared);

    post(other.declared("300.00").with("id", declared.id())).then().statusCode(202);

    Event marker = other.departed();
    tell(marker);
    reserves("100.00");
    assertThat(shipment(other).getList("history.eventId")).containsExactly(marker.id());
  }

  @Test
  void a_payment_before_its_assessment_waits_for_it() {
    Event declared = parcel.declared("100.00");
    Event assessed = parcel.assessed("100.00");
    Event paid = parcel.paid("100.00", "R1");

    tell(declared, paid);
    assertThat(entry(parcel, paid)).containsEntry("effect", "PARKED");
    reserves("100.00");

    tell(assessed);
    reserves("0.00");
    assertThat(shipment(parcel).getString("cover.state")).isEqualTo("DISCHARGED");
  }

  @Test
  void a_release_before_its_declaration_waits_for_it() {
    Event declared = parcel.declared("100.00");
    Event released = parcel.released();

    tell(released);
    assertThat(entry(parcel, released)).containsEntry("effect", "PARKED");
    assertThat(shipment(parcel).getString("cover.state")).isEqualTo("NONE");

    tell(declared);
    reserves("100.00");
    assertThat(shipment(parcel).getString("status")).isEqualTo("RELEASED");
  }

  @Test
  void a_lower_version_after_a_higher_one_has_no_effect() {
    Event declared = parcel.declared("100.00");
    Event second = parcel.amended(2, "200.00");
    Event third = parcel.amended(3, "300.00");

    tell(declared, third, second);

    assertThat(entry(parcel, second)).containsEntry("effect", "RECORDED");
    reserves("300.00");
  }

  @Test
  void any_order_ends_in_the_same_position() {
    List<Event> inOrder = wholeLife(parcel);
    tell(inOrder.toArray(Event[]::new));
    reserves("80.00");
    Consignment other = Consignment.on(guarantee);
    List<Event> backwards = wholeLife(other).reversed();

    tell(backwards.toArray(Event[]::new));

    reserves("160.00");
    assertThat(shipment(other).<Object>get("cover.held"))
        .isEqualTo(shipment(parcel).<Object>get("cover.held"));
    assertThat(shipment(other).getString("status")).isEqualTo(shipment(parcel).getString("status"));
  }

  @Test
  void what_was_paid_and_re_exported_is_restored_once() {
    tell(
        parcel.declared("100.00"),
        parcel.assessed("100.00"),
        parcel.paid("100.00", "R1"),
        parcel.discharged("RE_EXPORTED"));

    assertThat(position(guarantee))
        .containsEntry("reserved", "0.00")
        .containsEntry("available", "1000.00");
  }

  private static List<Event> wholeLife(Consignment parcel) {
    return List.of(
        parcel.manifestAccepted(),
        parcel.declared("100.00"),
        parcel.amended(2, "110.00"),
        parcel.released(),
        parcel.assessed(2, "120.00"),
        parcel.paid("40.00", "R1"),
        parcel.delivered());
  }

  private void reserves(String amount) {
    assertThat(position(guarantee)).containsEntry("reserved", amount);
  }
}
