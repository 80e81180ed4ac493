package com.cargobond.domain.shipment;

import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.guarantee.Demand;
import com.cargobond.domain.guarantee.DemandId;
import com.cargobond.domain.guarantee.DemandStatus;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.GuaranteeNoticeType;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.ledger.LedgerNoticeType;
import com.cargobond.domain.ledger.Matter;
import com.cargobond.domain.ledger.NewMatters;
import com.cargobond.domain.ledger.Notice;
import com.cargobond.domain.ledger.NoticeType;
import com.cargobond.domain.money.Money;
import com.cargobond.domain.shipment.ClockFact.Overdue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Works out what others must be told because of one event: each change once. */
final class Notices {

  /** Bounds what one change tells of demands; the list of demands has them all. */
  private static final int DEMANDS_TOLD_MAX = 20;

  private final ShipmentEvent cause;
  private final List<Notice> notices = new ArrayList<>();

  private Notices(ShipmentEvent cause) {
    this.cause = cause;
  }

  /**
   * What is told of one change.
   *
   * @param learned the shipments that have changed, that of the event first
   */
  static List<Notice> of(Books before, Books after, List<Learned> learned) {
    Notices ofGuarantees = new Notices(learned.getFirst().cause());
    for (Guarantee guarantee : after.guarantees()) {
      ofGuarantees.overCommitted(before.guarantee(guarantee.id()), guarantee);
    }
    List<Notice> told = new ArrayList<>(ofGuarantees.notices);
    List<Notices> ofShipments = new ArrayList<>();
    int rows = ShipmentRows.slices(before, after) + told.size();
    for (Learned shipment : learned) {
      Notices found = new Notices(shipment.cause());
      shipment
          .decisions()
          .forEach(
              (declaration, decision) ->
                  found.cover(declaration, shipment.before().coverOf(declaration), decision));
      found.overdue(shipment.before(), shipment.after());
      rows += found.notices.size() + ShipmentRows.between(shipment.before(), shipment.after());
      ofShipments.add(found);
    }
    rows += (learned.size() - 1) * ShipmentRows.OF_FURTHER_SHIPMENT;
    int room = ShipmentRows.WITH_NOTICES_MAX - rows;
    for (int i = 0; i < learned.size(); i++) {
      Notices found = ofShipments.get(i);
      room -= found.needsAPersonAndDemands(learned.get(i), Math.max(0, room));
      told.addAll(found.notices);
    }
    return told;
  }

  /** As many as there is room for; how many these are. */
  private int needsAPersonAndDemands(Learned shipment, int room) {
    if (shipment.after().standsAs(shipment.before())) {
      return 0;
    }
    int before = notices.size();
    List<Matter> matters =
        shipment.after().matters().isEmpty()
            ? List.of()
            : NewMatters.of(shipment.before().matters(), shipment.after().matters()).stream()
                .limit(room)
                .toList();
    demands(
        shipment.before().demands(),
        shipment.after().demands(),
        Math.clamp(room - matters.size(), 0, DEMANDS_TOLD_MAX));
    matters.forEach(this::needsAPerson);
    return notices.size() - before;
  }

  private void cover(DeclarationNo declaration, Cover before, CoverDecision decision) {
    Optional<GuaranteeId> guarantee = decision.cover().hold().map(Cover.Hold::guaranteeId);
    switch (decision.cover()) {
      case Cover.Covered covered -> {
        if (decision.forced()) {
          add(ShipmentNoticeType.COVER_FORCED, guarantee, declaration.value(), Optional.empty());
        } else if (!(before instanceof Cover.Covered)) {
          add(ShipmentNoticeType.COVER_CONFIRMED, guarantee, declaration.value(), Optional.empty());
        }
      }
      case Cover.Refused refused -> {
        if (!(before instanceof Cover.Refused earlier && earlier.code() == refused.code())) {
          String code = refused.code().name();
          add(ShipmentNoticeType.COVER_REFUSED, guarantee, declaration.value(), Optional.of(code));
        }
      }
      case Cover.Discharged discharged -> {
        if (!(before instanceof Cover.Discharged)) {
          add(
              ShipmentNoticeType.COVER_DISCHARGED,
              guarantee,
              declaration.value(),
              Optional.empty());
        }
      }
      case Cover.None none -> {
        // Nobody waits for an answer about cover that no longer concerns a guarantee.
      }
    }
  }

  private void overCommitted(Guarantee before, Guarantee after) {
    if (after != before && after.available() < 0 && before.available() >= 0) {
      Money shortfall = new Money(-after.available(), after.currency());
      notices.add(
          Notice.of(
              cause,
              GuaranteeNoticeType.GUARANTEE_OVER_COMMITTED,
              Optional.of(after.id().value()),
              after.id().value(),
              Optional.empty(),
              Optional.of(shortfall)));
    }
  }

  private void demands(
      Map<Demand, GuaranteeId> before, Map<Demand, GuaranteeId> after, int toldMax) {
    if (after.isEmpty()) {
      return;
    }
    Map<DemandId, Demand> known =
        before.keySet().stream().collect(Collectors.toMap(Demand::id, Function.identity()));
    after.entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getKey().id()))
        .flatMap(
            entry ->
                toldOf(Optional.ofNullable(known.get(entry.getKey().id())), entry.getKey())
                    .map(type -> Map.entry(type, entry))
                    .stream())
        .limit(toldMax)
        .forEach(
            told -> demand(told.getKey(), told.getValue().getValue(), told.getValue().getKey()));
  }

  /**
   * A demand is told when it stands, again when it stands otherwise, and when it stands no more.
   */
  private static Optional<ShipmentNoticeType> toldOf(Optional<Demand> earlier, Demand demand) {
    boolean wasOpen = earlier.filter(known -> known.status().isOpen()).isPresent();
    boolean isAnother =
        earlier
            .filter(
                known ->
                    !known.amount().equals(demand.amount())
                        || !known.demandedAt().equals(demand.demandedAt()))
            .isPresent();
    boolean isNew = earlier.isEmpty();
    if (demand.status() == DemandStatus.WITHDRAWN) {
      return wasOpen || isNew ? Optional.of(ShipmentNoticeType.DEMAND_WITHDRAWN) : Optional.empty();
    }
    boolean standsAnew = demand.status().isOpen() && (!wasOpen || isAnother);
    return standsAnew || isNew ? Optional.of(ShipmentNoticeType.DEMAND_RECEIVED) : Optional.empty();
  }

  private void demand(NoticeType type, GuaranteeId guarantee, Demand demand) {
    notices.add(
        Notice.of(
            cause,
            type,
            Optional.of(guarantee.value()),
            demand.id().value(),
            Optional.empty(),
            Optional.of(demand.amount())));
  }

  /** Only when it becomes overdue; that more days pass is no news. */
  private void overdue(Shipment before, Shipment after) {
    if (cause.fact() instanceof Overdue overdue && !isKnown(before, overdue)) {
      after
          .coverOf(overdue.declarationNo())
          .hold()
          .filter(hold -> hold.holding().reserved() > 0)
          .ifPresent(
              hold ->
                  add(
                      ShipmentNoticeType.DUTY_OVERDUE,
                      Optional.of(hold.guaranteeId()),
                      overdue.declarationNo().value(),
                      Optional.empty()));
    }
  }

  private static boolean isKnown(Shipment shipment, Overdue overdue) {
    return shipment.history().stream()
        .map(known -> known.event().fact())
        .anyMatch(
            fact ->
                fact instanceof Overdue earlier
                    && earlier.declarationNo().equals(overdue.declarationNo()));
  }

  private void needsAPerson(Matter matter) {
    add(
        LedgerNoticeType.NEEDS_A_PERSON,
        Optional.empty(),
        matter.reference(),
        Optional.of(matter.code().name()));
  }

  private void add(
      NoticeType type, Optional<GuaranteeId> guarantee, String reference, Optional<String> code) {
    notices.add(
        Notice.of(
            cause, type, guarantee.map(GuaranteeId::value), reference, code, Optional.empty()));
  }
}
