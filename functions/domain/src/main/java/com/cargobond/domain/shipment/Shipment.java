package com.cargobond.domain.shipment;

import com.cargobond.domain.event.EventType;
import com.cargobond.domain.event.Fact;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.guarantee.Demand;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.ledger.Kind;
import com.cargobond.domain.ledger.Matter;
import com.cargobond.domain.ledger.Ref;
import com.cargobond.domain.ledger.RefusalCode;
import com.cargobond.domain.ledger.Subject;
import com.cargobond.domain.money.Money;
import com.cargobond.domain.shipment.ClockFact.DeclarationShared;
import com.cargobond.domain.shipment.CustomsFact.DeclarationFiled;
import com.cargobond.domain.shipment.CustomsFact.DefaultDemanded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All that is known about one house waybill: the events it learned from, and the cover of each of
 * its declarations. Everything else follows from these.
 */
public final class Shipment implements Subject {

  /** Shipments are learned of by events. */
  public static final Kind<Shipment> KIND =
      Kind.learned("SHIPMENT", Shipment.class, id -> unknown(ShipmentId.parse(id)));

  /**
   * Bounds what its carrier may say of one shipment: it is the debtor, and must not crowd out what
   * Customs and the bank say. Real ones have about ten milestones.
   */
  public static final int CARGO_EVENTS_MAX = 40;

  /**
   * Bounds what is stored and read for one shipment, in bytes: an item has at most 400 KB, of which
   * covers and keys take some. Room for hundreds of words of Customs and the bank.
   */
  public static final int BYTES_MAX = 380_000;

  /** Bounds the declarations of one house waybill, each of which is counted anew for each event. */
  public static final int DECLARATIONS_MAX = 20;

  /** Bounds the demands of one house waybill, all of which one payment may end. */
  public static final int DEMANDS_MAX = 40;

  /** So many of the largest events fit in any case, so that few are counted byte by byte. */
  private static final int EVENTS_THAT_FIT = 100;

  private final ShipmentId id;
  private final List<RecordedEvent> history;
  private final Map<DeclarationNo, Cover> covers;
  private final KnownEvents known;
  private final Standing standing;

  /**
   * As it was asked for last with one more event: mostly that is learned next. Threads that share a
   * shipment may overwrite each other's, so that it is read once; that costs work at most.
   */
  private volatile Asked asked;

  /** A shipment that has learned these events, with the cover of each of its declarations. */
  public Shipment(ShipmentId id, List<RecordedEvent> history, Map<DeclarationNo, Cover> covers) {
    this(id, List.copyOf(history), Map.copyOf(covers), new KnownEvents(events(history)));
  }

  private static List<ShipmentEvent> events(List<RecordedEvent> history) {
    List<ShipmentEvent> events = new ArrayList<>(history.size());
    for (RecordedEvent recorded : history) {
      events.add(recorded.event());
    }
    return events;
  }

  private Shipment(
      ShipmentId id,
      List<RecordedEvent> history,
      Map<DeclarationNo, Cover> covers,
      KnownEvents known) {
    this(id, history, covers, known, new Standing(id, known, covers));
  }

  private Shipment(
      ShipmentId id,
      List<RecordedEvent> history,
      Map<DeclarationNo, Cover> covers,
      KnownEvents known,
      Standing standing) {
    this.id = id;
    this.history = history;
    this.covers = covers;
    this.known = known;
    this.standing = standing;
  }

  @Override
  public Ref ref() {
    return KIND.ref(id.toString());
  }

  public ShipmentId id() {
    return id;
  }

  /** The events that it learned, each with what it did, in the order in which they were applied. */
  public List<RecordedEvent> history() {
    return history;
  }

  /** The cover of each declaration that was decided. */
  public Map<DeclarationNo, Cover> covers() {
    return covers;
  }

  /** A shipment of which nothing is known. */
  public static Shipment unknown(ShipmentId id) {
    return new Shipment(id, List.of(), Map.of());
  }

  /**
   * Learns one more event, with what it did and the covers after it. What the system says takes the
   * place of what it said of the same matter before.
   */
  public Shipment learn(RecordedEvent recorded, Map<DeclarationNo, Cover> coversAfter) {
    ShipmentEvent event = recorded.event();
    List<RecordedEvent> longer = new ArrayList<>(history.size() + 1);
    RecordedEvent last = recorded;
    for (RecordedEvent earlier : history) {
      if (KnownEvents.isReplaced(earlier.event(), event)) {
        last = last.inPlaceOf(earlier);
      } else {
        longer.add(earlier);
      }
    }
    longer.add(last);
    List<RecordedEvent> after = Collections.unmodifiableList(longer);
    KnownEvents knownAfter = knownWith(event);
    return movesNothing(event) && coversAfter.equals(covers)
        ? new Shipment(id, after, covers, knownAfter, standing)
        : new Shipment(id, after, Map.copyOf(coversAfter), knownAfter);
  }

  /** A milestone that no person must see says nothing from which anything follows. */
  private static boolean movesNothing(ShipmentEvent event) {
    return event.fact() instanceof CargoFact && ShipmentChecks.of(event).isEmpty();
  }

  /**
   * Whether all that follows from it is known to be what follows from the other: what it must hold,
   * its demands, deadline, refusals and matters.
   */
  public boolean standsAs(Shipment other) {
    return standing == other.standing;
  }

  private KnownEvents knownWith(ShipmentEvent event) {
    Asked last = asked;
    if (last == null || last.event() != event) {
      last = new Asked(event, known.with(event));
      asked = last;
    }
    return last.known();
  }

  private record Asked(ShipmentEvent event, KnownEvents known) {}

  /** Whether the system has said as much, or more, of the matter before: then this is no news. */
  public boolean isSuperseded(ShipmentEvent event) {
    return event.fact() instanceof ClockFact
        && events().stream()
            .filter(earlier -> KnownEvents.isReplaced(earlier, event))
            .anyMatch(earlier -> LATER_WORD.compare(earlier, event) >= 0);
  }

  /** By the day that has come; of what says nothing of a day, by business time. */
  private static final Comparator<ShipmentEvent> LATER_WORD =
      Comparator.<ShipmentEvent, LocalDate>comparing(
              event -> ((ClockFact) event.fact()).day().orElse(LocalDate.MIN))
          .thenComparing(
              event -> ((ClockFact) event.fact()).day().isPresent() ? Instant.MIN : event.time());

  /** Whether there is room for one more event of whoever says it. */
  public boolean hasRoomFor(ShipmentEvent event) {
    if (event.type().isCargo()
        && events().stream().filter(known -> known.type().isCargo()).count() >= CARGO_EVENTS_MAX) {
      return false;
    }
    if (hasAsManyAsItMay(event)) {
      return false;
    }
    return history.size() < EVENTS_THAT_FIT || storedBytes() + event.storedBytes() <= BYTES_MAX;
  }

  /** All demands, or all declarations, of a shipment may change in one transaction. */
  private boolean hasAsManyAsItMay(ShipmentEvent event) {
    return switch (event.fact()) {
      case DefaultDemanded demanded ->
          isOneTooMany(DEMANDS_MAX, DefaultDemanded.class, DefaultDemanded::demandId, demanded);
      case DeclarationFiled filed ->
          isOneTooMany(
              DECLARATIONS_MAX, DeclarationFiled.class, DeclarationFiled::declarationNo, filed);
      default -> false;
    };
  }

  private <F extends Fact> boolean isOneTooMany(
      int max, Class<F> type, Function<F, ?> number, F one) {
    Set<Object> numbers =
        events().stream()
            .map(ShipmentEvent::fact)
            .filter(type::isInstance)
            .map(fact -> number.apply(type.cast(fact)))
            .collect(Collectors.toSet());
    return numbers.size() >= max && !numbers.contains(number.apply(one));
  }

  /** About how many bytes its history takes; never less. */
  public int storedBytes() {
    return history.stream().mapToInt(RecordedEvent::storedBytes).sum();
  }

  /** The recorded event with the key of this one. */
  public Optional<RecordedEvent> recorded(ShipmentEvent event) {
    for (RecordedEvent known : history) {
      if (known.event().hasKeyOf(event)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }

  /** What each filed declaration must hold, by its number. */
  public Map<DeclarationNo, RequiredHold> requiredHolds() {
    return known.requiredHolds();
  }

  /** What each filed declaration would have to hold if the event were known too. */
  public Map<DeclarationNo, RequiredHold> requiredHoldsWith(ShipmentEvent event) {
    return knownWith(event).requiredHolds();
  }

  /** Whether the declaration was filed on it. */
  public boolean isFiled(DeclarationNo declaration) {
    return !KnownFact.of(
            DeclarationFiled.class, events(), filed -> filed.declarationNo().equals(declaration))
        .isEmpty();
  }

  /** What this shipment was told last of the others on which a declaration was filed. */
  public Optional<DeclarationShared> shared(DeclarationNo declaration) {
    return Sharing.of(declaration, events());
  }

  /** The other shipments on which any declaration of this one was filed too. */
  public Set<ShipmentId> sharing() {
    List<KnownFact<DeclarationShared>> shared = KnownFact.of(DeclarationShared.class, events());
    return shared.isEmpty()
        ? Set.of()
        : shared.stream()
            .flatMap(word -> word.fact().others().stream())
            .collect(Collectors.toSet());
  }

  /** Whether a declaration was filed on it and Customs leaves it there. */
  public boolean stands(DeclarationNo declaration) {
    RequiredHold required = requiredHolds().get(declaration);
    return required != null && required.stands();
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
    if (covers.isEmpty()) {
      return Map.of();
    }
    return covers.values().stream()
        .flatMap(cover -> cover.hold().stream())
        .filter(hold -> hold.holding().open() > 0)
        .collect(Collectors.groupingBy(Cover.Hold::guaranteeId));
  }

  /**
   * The demands on guarantors, by the guarantee that the declaration names or that holds for it.
   */
  public Map<Demand, GuaranteeId> demands() {
    return standing.demands();
  }

  /** The numbers of guarantees that refused a declaration, and may answer otherwise later. */
  public Map<DeclarationNo, RegistrationNo> refusals() {
    if (!mayAnyBeAnsweredOtherwise()) {
      return Map.of();
    }
    return known.declarations().stream()
        .filter(facts -> mayBeAnsweredOtherwise(coverOf(facts.number())))
        .collect(
            Collectors.toMap(DeclarationFacts::number, facts -> facts.named().registrationNo()));
  }

  private boolean mayAnyBeAnsweredOtherwise() {
    for (Cover cover : covers.values()) {
      if (mayBeAnsweredOtherwise(cover)) {
        return true;
      }
    }
    return false;
  }

  /** What another shipment holds for is not the guarantee's to answer. */
  private static boolean mayBeAnsweredOtherwise(Cover cover) {
    return cover instanceof Cover.Refused refused && refused.code() != RefusalCode.DUPLICATE;
  }

  /** The guarantees that hold for it, and what it did last. */
  @Override
  public Map<String, String> logFields() {
    String guarantees =
        covers.values().stream()
            .flatMap(cover -> cover.hold().stream())
            .map(hold -> hold.guaranteeId().value())
            .distinct()
            .collect(Collectors.joining(","));
    return Map.of("guaranteeId", guarantees, "effect", history.getLast().effect().name());
  }

  /** What needs a person, as the facts stand now. */
  @Override
  public List<Matter> matters() {
    return standing.matters();
  }

  /** How far the shipment has come. */
  public ShipmentStatus status() {
    Set<EventType> seen =
        events().stream().map(ShipmentEvent::type).collect(Collectors.toCollection(HashSet::new));
    // A cancellation counts only while the version that it cancelled does.
    if (latestFiled()
        .filter(filed -> !requiredHolds().get(filed.declarationNo()).cancelled())
        .isPresent()) {
      seen.remove(ShipmentEventType.DECLARATION_CANCELLED);
    }
    return ShipmentStatus.of(seen);
  }

  /** Last day of payment, once the duty is assessed. */
  public Optional<LocalDate> dueDate() {
    return latestFiled()
        .flatMap(
            filed ->
                known.declarations().stream()
                    .filter(facts -> facts.number().equals(filed.declarationNo()))
                    .findFirst())
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
    return known.declarations().stream()
        .filter(facts -> facts.currency().equals(currency))
        .flatMap(facts -> coverOf(facts.number()).hold().stream())
        .mapToLong(hold -> hold.holding().open())
        .sum();
  }

  @Override
  public Set<LocalDate> deadlines() {
    return deadline().map(Set::of).orElse(Set.of());
  }

  /** The next day on which a late charge must be counted, or a person told of what waits. */
  public Optional<LocalDate> deadline() {
    return standing.deadline();
  }

  /** The declarations whose late charge must be counted on this day. */
  public List<DeclarationNo> overdueOn(LocalDate today) {
    return standing.overdueOn(today);
  }

  /** Whether a person must be told on this day of what names something unknown. */
  public boolean hasUnmatchedOn(LocalDate today) {
    return new Unmatched(known.declarations(), events())
        .dueOn()
        .filter(day -> !today.isBefore(day))
        .isPresent();
  }

  /** Whether the event names something that this shipment does not know. */
  public boolean isWaiting(ShipmentEvent event) {
    KnownEvents with = knownWith(event);
    return new Unmatched(with.declarations(), with.list()).isWaiting(event);
  }

  private Optional<DeclarationFiled> latestFiled() {
    return known.declarations().stream()
        .map(DeclarationFacts::filed)
        .max(
            Comparator.comparing(DeclarationFiled::completedAt)
                .thenComparing(filed -> filed.declarationNo().value()));
  }

  private List<ShipmentEvent> events() {
    return known.list();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shipment that
        && id.equals(that.id)
        && history.equals(that.history)
        && covers.equals(that.covers);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, history, covers);
  }

  @Override
  public String toString() {
    return "Shipment " + id + " " + covers + " " + history;
  }
}
