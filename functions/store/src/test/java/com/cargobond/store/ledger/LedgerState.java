package com.cargobond.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.deposit.DepositId;
import com.cargobond.domain.fixture.AGuarantee;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.fixture.Taken;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.domain.identity.HouseWaybill;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.shipment.Cover;
import com.cargobond.domain.shipment.Shipment;
import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.memory.MemoryItems;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All that a ledger says at one moment of what the tests of interleaving write. */
record LedgerState(
    List<Guarantee> guarantees,
    Map<ShipmentId, Shipment> shipments,
    Deposit deposit,
    List<Object> lists,
    List<String> notices) {

  private static final int ALL = 100;

  static LedgerState of(Ledger ledger) {
    List<Guarantee> guarantees =
        Stream.of("G-1", "G-2", "G-3")
            .map(GuaranteeId::new)
            .flatMap(id -> Asked.of(ledger).guarantee(id).stream())
            .map(Stored::value)
            .toList();
    DepositId deposit = new DepositId(AnEvent.DEPOSIT);
    return new LedgerState(
        guarantees,
        shipments(ledger),
        Asked.of(ledger).deposits(Set.of(deposit)).get(deposit).value(),
        lists(ledger, guarantees),
        notices(ledger));
  }

  private static Map<ShipmentId, Shipment> shipments(Ledger ledger) {
    Set<ShipmentId> ids =
        IntStream.rangeClosed(1, 6)
            .mapToObj(i -> new ShipmentId(AGuarantee.OPERATOR, new HouseWaybill("HAWB-" + i)))
            .collect(Collectors.toSet());
    return Asked.of(ledger).shipments(ids).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().value()));
  }

  private static List<Object> lists(Ledger ledger, List<Guarantee> guarantees) {
    Optional<String> start = Optional.empty();
    return List.of(
        guarantees.stream()
            .flatMap(
                guarantee ->
                    Asked.of(ledger).openHolds(guarantee.id(), ALL, start).items().stream())
            .toList(),
        guarantees.stream()
            .flatMap(
                guarantee -> Asked.of(ledger).demands(guarantee.id(), ALL, start).items().stream())
            .toList(),
        Asked.of(ledger).refused(new RegistrationNo("REG-1"), ALL, start).items(),
        Set.copyOf(Asked.of(ledger).rechecks(ALL)),
        Asked.of(ledger).openPayments(ALL, start).items(),
        Set.copyOf(ledger.deadlines(LocalDate.parse("2099-01-01"), ALL, start).items()),
        ledger
            .openExceptions(Optional.empty())
            .map(LedgerState::withoutTimes)
            .collect(Collectors.toSet()),
        Asked.of(ledger).operator(AGuarantee.OPERATOR).value());
  }

  /** When something came up follows from how long its cause gave way to others. */
  private static OpenException withoutTimes(OpenException it) {
    return new OpenException(
        it.id(),
        it.kind(),
        it.subject(),
        it.code(),
        it.reference(),
        it.detail(),
        it.count(),
        AChange.AT,
        AChange.AT,
        it.content());
  }

  private static String withoutTimes(Item notice) {
    Map<String, Object> attributes = new TreeMap<>(notice.attributes());
    attributes.keySet().removeAll(Set.of("at", LedgerTable.EXPIRY));
    return attributes.toString();
  }

  private static List<String> notices(Ledger ledger) {
    return ledger.items() instanceof MemoryItems memory
        ? memory.all(LedgerTable.OUTBOX).stream()
            .filter(item -> item.has("type"))
            .map(LedgerState::withoutTimes)
            .toList()
        : List.of();
  }

  /** What is taken of each guarantee is what the shipments hold of it, and its limit is whole. */
  void requireConserved() {
    for (Guarantee guarantee : guarantees) {
      Taken held =
          shipments.values().stream()
              .flatMap(shipment -> shipment.covers().values().stream())
              .flatMap(cover -> cover.hold().stream())
              .filter(hold -> hold.guaranteeId().equals(guarantee.id()))
              .map(Cover.Hold::holding)
              .reduce(Taken.nothing(), Taken::plus, (one, other) -> other);
      assertThat(Taken.of(guarantee.position())).isEqualTo(held);
      assertThat(guarantee.position().limit()).isEqualTo(guarantee.terms().limit().minor());
    }
  }
}
