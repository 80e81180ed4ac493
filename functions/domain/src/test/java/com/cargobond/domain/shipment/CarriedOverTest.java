package com.cargobond.domain.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.fixture.TestBooks;
import com.cargobond.domain.shipment.RandomTraffic.World;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What a shipment carries over from how it stood is what its history gives anew. */
class CarriedOverTest {

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  @Domain(RandomTraffic.class)
  @Domain(DomainContext.Global.class)
  void equals_what_is_read_anew_after_every_event(
      @ForAll World world, @ForAll List<AnEvent> events) {
    TestBooks books = world.books();
    for (AnEvent event : events) {
      books.enter(event);
      books.shipments().values().forEach(CarriedOverTest::assertCarriedOver);
    }
  }

  private static void assertCarriedOver(Shipment shipment) {
    Shipment anew = readAnew(shipment);
    assertThat(anew).isEqualTo(shipment);
    assertThat(shipment.requiredHolds()).isEqualTo(anew.requiredHolds());
    assertThat(shipment.matters()).isEqualTo(anew.matters());
    assertThat(shipment.demands()).isEqualTo(anew.demands());
    assertThat(shipment.deadlines()).isEqualTo(anew.deadlines());
    assertThat(shipment.refusals()).isEqualTo(anew.refusals());
    assertThat(shipment.sharing()).isEqualTo(anew.sharing());
  }

  private static Shipment readAnew(Shipment shipment) {
    List<RecordedEvent> kept =
        shipment.history().stream()
            .map(
                recorded ->
                    RecordedEvent.kept(
                        kept(recorded.event()),
                        new Object(),
                        () ->
                            new RecordedEvent.Result(
                                recorded.receivedAt(), recorded.movements(), recorded.refusal())))
            .toList();
    return new Shipment(shipment.id(), kept, shipment.covers());
  }

  private static ShipmentEvent kept(ShipmentEvent event) {
    return ShipmentEventType.TYPES.kept(
        event.source(),
        event.id(),
        event.type().wireName(),
        event.time(),
        event.shipment(),
        event.data(),
        event.extensions(),
        event.authority());
  }
}
