package com.cargobond.domain.shipment;

import com.cargobond.domain.event.NamesDeclaration;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.ledger.Outcome.Applied;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.domain.ledger.RefusalCode;
import com.cargobond.domain.shipment.ClockFact.AskedAgain;
import com.cargobond.domain.shipment.ClockFact.DeclarationShared;
import com.cargobond.domain.shipment.CoverDecision.Change;
import com.cargobond.domain.shipment.CustomsFact.DeclarationFiled;
import com.cargobond.domain.shipment.Effects.Step;
import com.cargobond.domain.shipment.SharedDeclaration.Bearer;
import com.cargobond.domain.shipment.SharedDeclaration.Decided;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A shipment learns one event: each of its declarations whose required hold has changed by that
 * gets a decision; so does a refused one that is filed again, or asked again because its guarantee
 * has changed. Where a declaration stands on other house waybills too, these are decided with it,
 * and each is told.
 */
final class Learning {

  private static final Comparator<ShipmentId> BY_NUMBER =
      Comparator.comparing(ShipmentId::toString);

  private final ReceivedEvent received;
  private final ShipmentEvent event;
  private final Books before;
  private final Shipment shipment;
  private final Map<DeclarationNo, CoverDecision> decisions =
      new TreeMap<>(Comparator.comparing(DeclarationNo::value));
  private final Map<ShipmentId, Learned> learnedByOthers = new LinkedHashMap<>();
  private Books books;
  private Shipment told;

  Learning(Books books, Shipment shipment, ReceivedEvent received) {
    this.received = received;
    this.event = received.event();
    this.before = books;
    this.books = books;
    this.shipment = shipment;
    this.told = shipment;
  }

  void decide() {
    if (event.fact() instanceof CargoFact) {
      // A carrier's milestone says nothing of a declaration, so that none requires anything else.
      return;
    }
    Map<DeclarationNo, RequiredHold> earlier = shipment.requiredHolds();
    Map<DeclarationNo, RequiredHold> required = shipment.requiredHoldsWith(event);
    if (event.fact() instanceof NamesDeclaration named
        && required.containsKey(named.declarationNo())
        && books.hasRoomFor(named.declarationNo(), shipment.id())) {
      bear(named.declarationNo());
    }
    required.forEach((number, hold) -> decide(number, change(earlier.get(number), hold)));
  }

  /** Who makes room is told that it shares the declaration with nobody any more. */
  private void bear(DeclarationNo number) {
    Set<ShipmentId> earlier = books.bearersOf(number);
    books = books.filedOn(number, shipment.id());
    earlier.stream()
        .filter(id -> !books.bearersOf(number).contains(id))
        .forEach(
            id ->
                tell(
                    books.shipment(id),
                    new DeclarationShared(number, List.of(), List.of()),
                    Optional.empty()));
  }

  /** A declaration, with whether it asks its guarantee now. */
  private record Asking(Change change, boolean asks) {}

  private Asking change(RequiredHold earlier, RequiredHold required) {
    DeclarationNo number = required.filed().declarationNo();
    boolean asksAgain = shipment.coverOf(number) instanceof Cover.Refused && asksAgain(number);
    boolean refiled = asksAgain || earlier == null || !earlier.named().equals(required.named());
    boolean redeclared = earlier == null || !earlier.filed().equals(required.filed());
    return new Asking(
        new Change(required, refiled, redeclared, false), asksAgain || !required.equals(earlier));
  }

  private boolean asksAgain(DeclarationNo declaration) {
    return switch (event.fact()) {
      case DeclarationFiled filed -> filed.declarationNo().equals(declaration);
      case AskedAgain asked -> asked.declarationNo().equals(declaration);
      default -> false;
    };
  }

  private void decide(DeclarationNo number, Asking asking) {
    Optional<Change> asked = Optional.of(asking.change()).filter(change -> asking.asks());
    Cover now = shipment.coverOf(number);
    Set<ShipmentId> others = others(number);
    boolean isNews =
        !others.isEmpty()
            && shipment.shared(number).filter(it -> it.others().containsAll(others)).isEmpty();
    if (others.isEmpty()) {
      asked.ifPresent(
          change -> {
            CoverDecision decision = CoverDecision.decide(books, shipment.id(), change, now);
            decisions.put(number, decision);
            books = decision.books();
          });
    } else if (asked.isPresent() || isNews) {
      List<Bearer> bearers = new ArrayList<>();
      bearers.add(new Bearer(shipment.id(), asking.change().required(), asked, now));
      others.forEach(other -> bearers.add(bearer(number, books.shipment(other))));
      decideTogether(number, bearers);
    }
  }

  /**
   * Those that are decided with it, as the event that names the declaration finds them, or as it
   * was told of them last. What was filed before these were kept may be one too many: it is held
   * for by itself, and what is said of it is booked.
   */
  private Set<ShipmentId> others(DeclarationNo number) {
    Set<ShipmentId> known = books.bearersOf(number);
    if (known.size() == 1 && known.contains(shipment.id())) {
      return Set.of();
    }
    Stream<ShipmentId> bearers =
        known.contains(shipment.id())
            ? known.stream()
            : shipment.shared(number).stream().flatMap(shared -> shared.others().stream());
    return bearers.filter(other -> !other.equals(shipment.id())).collect(Collectors.toSet());
  }

  private static Bearer bearer(DeclarationNo number, Shipment other) {
    RequiredHold required = other.requiredHolds().get(number);
    if (required == null) {
      throw new IllegalStateException(other.id() + " bears a declaration and was not read");
    }
    return new Bearer(other.id(), required, Optional.empty(), other.coverOf(number));
  }

  private void decideTogether(DeclarationNo number, List<Bearer> bearers) {
    Decided decided = SharedDeclaration.decide(books, bearers);
    books = decided.books();
    for (Bearer bearer : bearers) {
      Optional<CoverDecision> decision =
          Optional.ofNullable(decided.decisions().get(bearer.shipment()));
      DeclarationShared shared = shared(number, bearer, bearers);
      if (bearer.shipment().equals(shipment.id())) {
        decision.ifPresent(made -> decisions.put(number, made));
        tell(shared);
      } else {
        tell(books.shipment(bearer.shipment()), shared, decision);
      }
    }
  }

  private static DeclarationShared shared(
      DeclarationNo number, Bearer bearer, List<Bearer> bearers) {
    List<Bearer> others = bearers.stream().filter(other -> other != bearer).toList();
    return new DeclarationShared(
        number,
        others.stream().map(Bearer::shipment).sorted(BY_NUMBER).toList(),
        others.stream()
            .filter(other -> other.required().stands())
            .map(Bearer::shipment)
            .sorted(BY_NUMBER)
            .toList());
  }

  private void tell(DeclarationShared shared) {
    if (!shipment.shared(shared.declarationNo()).equals(Optional.of(shared))) {
      told =
          told.learn(
              recorded(
                  SharedWord.event(shared, shipment.id(), event),
                  List.of(Movement.of(Effect.RECORDED)),
                  Optional.empty()),
              told.covers());
    }
  }

  private void tell(Shipment other, DeclarationShared shared, Optional<CoverDecision> decision) {
    DeclarationNo number = shared.declarationNo();
    if (decision.isEmpty() && other.shared(number).equals(Optional.of(shared))) {
      return;
    }
    ShipmentEvent word = SharedWord.event(shared, other.id(), event);
    List<Step> steps =
        decision.stream().map(made -> new Step(other.coverOf(number), made)).toList();
    Map<DeclarationNo, Cover> covers = new HashMap<>(other.covers());
    decision.ifPresent(made -> covers.put(number, made.cover()));
    Shipment after =
        other.learn(
            recorded(word, Effects.of(word, other, steps), decision.flatMap(Learning::refusal)),
            covers);
    Learned earlier =
        learnedByOthers.getOrDefault(other.id(), new Learned(word, other, other, Map.of()));
    Map<DeclarationNo, CoverDecision> made = new LinkedHashMap<>(earlier.decisions());
    decision.ifPresent(one -> made.put(number, one));
    learnedByOthers.put(other.id(), new Learned(word, earlier.before(), after, made));
    books = books.with(after);
  }

  Applied applied() {
    List<Step> steps = new ArrayList<>();
    Map<DeclarationNo, Cover> covers = new HashMap<>(shipment.covers());
    decisions.forEach(
        (number, decision) -> {
          steps.add(new Step(shipment.coverOf(number), decision));
          covers.put(number, decision.cover());
        });
    Optional<RefusalCode> refusal =
        decisions.values().stream().flatMap(made -> refusal(made).stream()).findFirst();
    Shipment after =
        told.learn(recorded(event, Effects.of(event, shipment, steps), refusal), covers);
    List<Learned> learned = new ArrayList<>();
    learned.add(new Learned(event, shipment, after, decisions));
    learned.addAll(learnedByOthers.values());
    return new Applied(books.with(after).view(), Notices.of(before, books, learned));
  }

  private RecordedEvent recorded(
      ShipmentEvent said, List<Movement> movements, Optional<RefusalCode> refusal) {
    return new RecordedEvent(said, received.receivedAt(), movements, refusal);
  }

  private static Optional<RefusalCode> refusal(CoverDecision decision) {
    return decision.cover() instanceof Cover.Refused refused
        ? Optional.of(refused.code())
        : Optional.empty();
  }
}
