package com.cargobond.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.fixture.Desk;
import com.cargobond.domain.fixture.Taken;
import com.cargobond.domain.guarantee.Demand;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.Position;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.ledger.RandomTraffic.World;
import com.cargobond.domain.shipment.Cover;
import com.cargobond.domain.shipment.Shipment;
import com.cargobond.domain.shipment.ShipmentException;
import com.cargobond.domain.shipment.ShipmentStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** While the limit is ample, neither the order of arrival nor repetition matters. */
class AnyOrderTest {

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  @Domain(RandomTraffic.class)
  @Domain(DomainContext.Global.class)
  void ends_in_the_same_position_whatever_the_order_and_however_often(
      @ForAll World tight, @ForAll List<AnEvent> events, @ForAll long shuffle) {
    World world = tight.withLimit("1000000.00");
    List<AnEvent> disorder = new ArrayList<>(events);
    Random random = new Random(shuffle);
    for (int i = 0; i < events.size() / 2; i++) {
      disorder.add(events.get(random.nextInt(events.size())));
    }
    Collections.shuffle(disorder, random);

    assertThat(End.of(world.desk(), disorder))
        .as("arrived as %s", disorder)
        .isEqualTo(End.of(world.desk(), events));
  }

  /** All that must not depend on the order. */
  private record End(Map<GuaranteeId, Position> positions, Map<ShipmentId, ShipmentEnd> shipments) {

    static End of(Desk desk, List<AnEvent> events) {
      events.forEach(desk::enter);
      return new End(
          desk.books().guarantees().entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().position())),
          desk.books().shipments().values().stream()
              .collect(Collectors.toMap(Shipment::id, ShipmentEnd::of)));
    }
  }

  private record ShipmentEnd(
      Map<DeclarationNo, Cover> covers,
      Taken holds,
      Map<Demand, GuaranteeId> demands,
      Set<ShipmentException> exceptions,
      ShipmentStatus status) {

    static ShipmentEnd of(Shipment shipment) {
      Taken holds = Taken.nothing();
      for (Cover cover : shipment.covers().values()) {
        if (cover.hold().isPresent()) {
          holds = holds.plus(cover.hold().get().holding());
        }
      }
      return new ShipmentEnd(
          shipment.covers(),
          holds,
          shipment.demands(),
          Set.copyOf(shipment.exceptions()),
          shipment.status());
    }
  }
}
