package com.cargobond.domain.shipment;

import com.cargobond.domain.event.CargoFact.Discrepancy;
import com.cargobond.domain.event.CargoFact.ManifestAccepted;
import com.cargobond.domain.event.CustomsFact.DeclarationFiled;
import com.cargobond.domain.event.EventType;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.guarantee.Demand;
import com.cargobond.domain.guarantee.DemandId;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that is known about one house waybill: the events it learned from, and the cover of each of
 * its declarations. Everything else follows from these.
 */
public record Shipment(
    ShipmentId id, List<RecordedEvent> history, Map<DeclarationNo, Cover> covers) {

  /**
   * Bounds what is stored and read for one shipment, so that the largest events still fit into one
   * item of 400 KB; real ones have about ten small ones.
   */
  public static final int EVENTS_MAX = 150;

  public Shipment {
    history = List.copyOf(history);
    covers = Map.copyOf(covers);
  }

  /** A shipment of which nothing is known. */
  public static Shipment unknown(ShipmentId id) {
    return new Shipment(id, List.of(), Map.of());
  }

  /** Learns one more event, with what it did and the covers after it. */
  public Shipment learn(RecordedEvent recorded, Map<DeclarationNo, Cover> coversAfter) {
    List<RecordedEvent> longer = new ArrayList<>(history);
    longer.add(recorded);
    return new Shipment(id, longer, coversAfter);
  }

  /** The recorded event with this key. */
  public Optional<RecordedEvent> recorded(String eventKey) {
    return history.stream().filter(known -> known.event().key().equals(eventKey)).findFirst();
  }

  /** What each filed declaration must hold, by its number. */
  public Map<DeclarationNo, RequiredHold> requiredHolds() {
    return requiredHolds(events());
  }

  /** What each filed declaration would have to hold if the event were known too. */
  public Map<DeclarationNo, RequiredHold> requiredHoldsWith(ShipmentEvent event) {
    return requiredHolds(Stream.concat(events().stream(), Stream.of(event)).toList());
  }

  /** The cover of a declaration. */
  public Cover coverOf(DeclarationNo declaration) {
    return covers.getOrDefault(declaration, Cover.unknown());
  }

  /** The cover of the shipment: that of the declaration that was completed last. */
  public Cover cover() {
    return latestFiled().map(filed -> coverOf(filed.declarationNo())).orElse(Cover.unknown());
  }

  /** What the shipment holds of each guarantee, reserved and demanded. */
  public Map<GuaranteeId, List<Cover.Hold>> openHolds() {
    return covers.values().stream()
        .flatMap(cover -> cover.hold().stream())
        .filter(hold -> hold.holding().open() > 0)
        .collect(Collectors.groupingBy(Cover.Hold::guaranteeId));
  }

  /** The demands on guarantors, by the guarantee that they concern. */
  public Map<Demand, GuaranteeId> demands() {
    Map<Demand, GuaranteeId> demands = new HashMap<>();
    for (DeclarationFacts facts : declarations(events())) {
      coverOf(facts.filed().declarationNo())
          .hold()
          .ifPresent(
              hold ->
                  facts
                      .demands()
                      .forEach(
                          demand ->
                              demands.put(
                                  demand.asDemand(id, facts.dutyIsMet()), hold.guaranteeId())));
    }
    return demands;
  }

  /** What needs a person, as the facts stand now. */
  public List<ShipmentException> exceptions() {
    List<ShipmentException> exceptions = new ArrayList<>();
    for (DeclarationFacts facts : declarations(events())) {
      String reference = facts.filed().declarationNo().value();
      for (ExceptionCode code :
          DeclarationChecks.of(facts, coverOf(facts.filed().declarationNo()), events())) {
        exceptions.add(new ShipmentException(code, reference));
      }
    }
    for (ShipmentEvent event : events()) {
      if (event.fact() instanceof Discrepancy) {
        exceptions.add(new ShipmentException(ExceptionCode.DISCREPANCY, event.id()));
      }
      if (event.fact() instanceof ManifestAccepted manifest
          && DeclarationChecks.exceedsClassLimit(manifest, event.time())) {
        exceptions.add(new ShipmentException(ExceptionCode.VALUE_ABOVE_CLASS_LIMIT, event.id()));
      }
    }
    return exceptions;
  }

  /** How far the shipment has come. */
  public ShipmentStatus status() {
    Set<EventType> seen =
        events().stream().map(ShipmentEvent::type).collect(Collectors.toCollection(HashSet::new));
    // A cancellation counts only while the version that it cancelled does.
    if (latestFiled()
        .filter(filed -> !requiredHolds().get(filed.declarationNo()).cancelled())
        .isPresent()) {
      seen.remove(EventType.DECLARATION_CANCELLED);
    }
    return ShipmentStatus.of(seen);
  }

  /** Last day of payment, once the duty is assessed. */
  public Optional<LocalDate> dueDate() {
    return latestFiled()
        .flatMap(filed -> DeclarationFacts.of(filed.declarationNo(), events()))
        .filter(DeclarationFacts::assessed)
        .map(DeclarationFacts::dueDate);
  }

  /**
   * What is held open, in the currency of the latest declaration; empty if nothing was declared.
   */
  public Optional<Money> held() {
    return latestFiled()
        .map(filed -> filed.estimatedDuty().currency())
        .map(currency -> new Money(heldMinor(currency), currency));
  }

  private long heldMinor(Currency currency) {
    return declarations(events()).stream()
        .filter(facts -> facts.currency().equals(currency))
        .flatMap(facts -> coverOf(facts.filed().declarationNo()).hold().stream())
        .mapToLong(hold -> hold.holding().open())
        .sum();
  }

  /** The next day on which a late charge must be counted. */
  public Optional<LocalDate> deadline() {
    return declarations(events()).stream()
        .flatMap(facts -> facts.overdueOn().stream())
        .min(Comparator.naturalOrder());
  }

  /** The declarations whose late charge must be counted on this day. */
  public List<DeclarationNo> overdueOn(LocalDate today) {
    return declarations(events()).stream()
        .filter(facts -> facts.overdueOn().filter(day -> !today.isBefore(day)).isPresent())
        .map(facts -> facts.filed().declarationNo())
        .toList();
  }

  /** Whether a filed declaration was assessed under this notice. */
  public boolean knowsTaxNotice(String taxNoticeNo) {
    return declarations(events()).stream()
        .flatMap(facts -> facts.notices().notices().stream())
        .anyMatch(notice -> notice.assessed().taxNoticeNo().equals(taxNoticeNo));
  }

  /** Whether Customs made this demand for a filed declaration. */
  public boolean knowsDemand(DemandId demandId) {
    return declarations(events()).stream()
        .flatMap(facts -> facts.demands().stream())
        .anyMatch(demand -> demand.demanded().demandId().equals(demandId));
  }

  private Optional<DeclarationFiled> latestFiled() {
    return declarations(events()).stream()
        .map(DeclarationFacts::filed)
        .max(
            Comparator.comparing(DeclarationFiled::completedAt)
                .thenComparing(filed -> filed.declarationNo().value()));
  }

  private List<ShipmentEvent> events() {
    return history.stream().map(RecordedEvent::event).toList();
  }

  private static Map<DeclarationNo, RequiredHold> requiredHolds(List<ShipmentEvent> events) {
    return declarations(events).stream()
        .collect(
            Collectors.toMap(
                facts -> facts.filed().declarationNo(), DeclarationFacts::requiredHold));
  }

  private static List<DeclarationFacts> declarations(List<ShipmentEvent> events) {
    return events.stream()
        .filter(
            event ->
                event.type() == EventType.DECLARATION_ACCEPTED
                    || event.type() == EventType.DECLARATION_AMENDED)
        .map(event -> ((DeclarationFiled) event.fact()).declarationNo())
        .distinct()
        .map(number -> DeclarationFacts.of(number, events).orElseThrow())
        .toList();
  }
}
