package com.cargobond.domain.readme;

import static com.cargobond.domain.fixture.AGuarantee.aGuarantee;

import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.fixture.AGuarantee;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.fixture.TestBooks;
import com.cargobond.domain.identity.HouseWaybill;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.ledger.Outcome;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.domain.ledger.View;
import com.cargobond.domain.shipment.RecordedEvent;
import com.cargobond.domain.shipment.Shipment;
import com.cargobond.domain.shipment.Shipments;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What carrier and Customs say of a shipment, in any order. */
final class ShipmentStates {

  private static final String ID =
      new ShipmentId(AGuarantee.OPERATOR, new HouseWaybill("HAWB-1")).toString();

  private ShipmentStates() {}

  static Exploration explored() {
    return new Exploration()
        .of(
            unknown(),
            Stream.of(
                    AnEvent.manifested(),
                    AnEvent.departed(),
                    AnEvent.arrived(),
                    AnEvent.received(),
                    AnEvent.declared("692.30"),
                    AnEvent.amended(2, "700.00"),
                    AnEvent.inspected(),
                    AnEvent.cancelled(),
                    AnEvent.released(),
                    AnEvent.delivered(),
                    AnEvent.discharged("RE_EXPORTED"))
                .map(AnEvent::accepted)
                .map(said -> (UnaryOperator<View>) view -> after(view, said))
                .toList(),
            view -> shipment(view).status(),
            ShipmentStates::alike);
  }

  static View unknown() {
    return TestBooks.with(aGuarantee().active()).current().view();
  }

  static View after(View view, ReceivedEvent said) {
    return Shipments.CAPABILITY.rules().apply(view, said) instanceof Outcome.Applied applied
        ? applied.view()
        : view;
  }

  static Shipment shipment(View view) {
    return view.get(Shipment.KIND, ID);
  }

  /** Of what the carrier says the furthest step tells enough. */
  private static Object alike(View view) {
    return List.of(
        shipment(view).status(),
        shipment(view).history().stream()
            .map(RecordedEvent::event)
            .filter(event -> event.type().wireName().startsWith("customs."))
            .map(ShipmentEvent::key)
            .collect(Collectors.toSet()));
  }
}
