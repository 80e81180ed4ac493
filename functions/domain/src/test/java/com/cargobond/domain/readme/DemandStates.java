package com.cargobond.domain.readme;

import static com.cargobond.domain.fixture.AnEvent.assessed;
import static com.cargobond.domain.fixture.AnEvent.declared;
import static com.cargobond.domain.fixture.AnEvent.demandDecided;
import static com.cargobond.domain.fixture.AnEvent.demandPaid;
import static com.cargobond.domain.fixture.AnEvent.demandReimbursed;
import static com.cargobond.domain.fixture.AnEvent.demandWithdrawn;
import static com.cargobond.domain.fixture.AnEvent.demanded;
import static com.cargobond.domain.fixture.AnEvent.paid;
import static com.cargobond.domain.fixture.AnEvent.released;

import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.guarantee.DemandStatus;
import com.cargobond.domain.ledger.View;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What Customs, the bank and the debtor say of a demand, one after another; the bank decides on
 * what awaits its decision, and is reimbursed for what it paid.
 *
 * @param words how many were said
 */
record DemandStates(View view, int words) {

  private static final Instant DEMANDED = Instant.parse("2026-06-20T02:00:00Z");

  static Exploration explored() {
    return new Exploration()
        .of(
            demand(),
            List.of(
                saying(demandDecided("COMPLY"), DemandStatus::awaitsDecision),
                saying(demandDecided("REJECT"), DemandStatus::awaitsDecision),
                saying(demandPaid(), status -> true),
                saying(demandReimbursed(), DemandStatus.PAID::equals),
                saying(demandWithdrawn(), status -> true),
                saying(demanded("600.00"), status -> true),
                saying(paid("692.30"), status -> true)),
            DemandStates::status,
            DemandStates::alike);
  }

  private static DemandStates demand() {
    View view = ShipmentStates.unknown();
    for (AnEvent said :
        List.of(declared("692.30"), released(), assessed("692.30"), demanded("600.00"))) {
      view = ShipmentStates.after(view, said.accepted());
    }
    return new DemandStates(view, 0);
  }

  private static UnaryOperator<DemandStates> saying(AnEvent event, Predicate<DemandStatus> when) {
    return demand -> when.test(demand.status()) ? demand.after(event) : demand;
  }

  private DemandStates after(AnEvent event) {
    Instant now = DEMANDED.plusSeconds(60L * (words + 1));
    return new DemandStates(
        ShipmentStates.after(view, event.at(now.toString()).accepted()), words + 1);
  }

  private DemandStatus status() {
    return ShipmentStates.shipment(view).demands().keySet().iterator().next().status();
  }

  private Object alike() {
    Set<String> said =
        ShipmentStates.shipment(view).history().stream()
            .map(recorded -> recorded.event().type().wireName())
            .collect(Collectors.toSet());
    return List.of(status(), said);
  }
}
