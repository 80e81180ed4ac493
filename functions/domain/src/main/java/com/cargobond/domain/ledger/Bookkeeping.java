package com.cargobond.domain.ledger;

import com.cargobond.domain.event.ClockFact.AskedAgain;
import com.cargobond.domain.event.CustomsFact.DeclarationFiled;
import com.cargobond.domain.event.DepositFact;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.guarantee.RefusalCode;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.ledger.CoverDecision.Change;
import com.cargobond.domain.ledger.Outcome.Applied;
import com.cargobond.domain.ledger.Outcome.QuarantineReason;
import com.cargobond.domain.ledger.Outcome.Quarantined;
import com.cargobond.domain.ledger.Outcome.Repeated;
import com.cargobond.domain.money.Money;
import com.cargobond.domain.shipment.Cover;
import com.cargobond.domain.shipment.Effect;
import com.cargobond.domain.shipment.RecordedEvent;
import com.cargobond.domain.shipment.RequiredHold;
import com.cargobond.domain.shipment.Shipment;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Applies one event to the books: the shipment learns it, and each of its declarations whose
 * required hold has changed by that gets a decision; so does a refused one that is filed again, or
 * asked again because its guarantee has changed. What Customs says about a deposit is the deposit's
 * to learn. Pure.
 */
public final class Bookkeeping {

  private Bookkeeping() {}

  /** What becomes of the event. */
  public static Outcome apply(Books books, ReceivedEvent received) {
    ShipmentEvent event = received.event();
    if (event.fact() instanceof DepositFact fact) {
      return DepositBookkeeping.apply(books, received, fact.depositId());
    }
    Shipment shipment = books.shipment(event.shipment());
    Optional<RecordedEvent> known = shipment.recorded(event.key());
    if (known.isPresent()) {
      return known.get().event().fingerprint().equals(event.fingerprint())
          ? new Repeated()
          : new Quarantined(QuarantineReason.ID_REUSED);
    }
    if (shipment.isSuperseded(event)) {
      return new Repeated();
    }
    if (!shipment.hasRoomFor(event)) {
      return new Quarantined(QuarantineReason.TOO_MANY_EVENTS);
    }
    return learn(books, shipment, received);
  }

  private static Applied learn(Books books, Shipment shipment, ReceivedEvent received) {
    ShipmentEvent event = received.event();
    Map<DeclarationNo, RequiredHold> before = shipment.requiredHolds();
    Map<DeclarationNo, RequiredHold> after = shipment.requiredHoldsWith(event);
    Map<DeclarationNo, CoverDecision> decisions = new HashMap<>();
    Map<DeclarationNo, Cover> covers = new HashMap<>(shipment.covers());
    Books moved = books;
    for (Map.Entry<DeclarationNo, RequiredHold> declaration : after.entrySet()) {
      DeclarationNo number = declaration.getKey();
      RequiredHold required = declaration.getValue();
      RequiredHold earlier = before.get(number);
      boolean asksAgain =
          shipment.coverOf(number) instanceof Cover.Refused && asksAgain(event, number);
      if (asksAgain || !required.equals(earlier)) {
        boolean refiled = asksAgain || earlier == null || !earlier.named().equals(required.named());
        CoverDecision decision =
            CoverDecision.decide(
                moved,
                shipment.id(),
                new Change(required, refiled, isRedeclared(earlier, required)),
                shipment.coverOf(number));
        decisions.put(number, decision);
        covers.put(number, decision.cover());
        moved = decision.books();
      }
    }
    Optional<DeclarationNo> concerned = decisions.keySet().stream().sorted(BY_NUMBER).findFirst();
    Optional<CoverDecision> decision = concerned.map(decisions::get);
    Effect effect = Effects.of(event, shipment, decision);
    RecordedEvent recorded =
        new RecordedEvent(
            event,
            received.receivedAt(),
            effect,
            decision.flatMap(Bookkeeping::refusal),
            concerned.flatMap(number -> amount(effect, decisions.get(number), after.get(number))));
    Shipment learned = shipment.learn(recorded, covers);
    return new Applied(
        moved.with(learned), Notices.of(event, books, moved, shipment, learned, decisions));
  }

  private static boolean isRedeclared(RequiredHold earlier, RequiredHold required) {
    return earlier == null || !earlier.filed().equals(required.filed());
  }

  private static boolean asksAgain(ShipmentEvent event, DeclarationNo declaration) {
    return switch (event.fact()) {
      case DeclarationFiled filed -> filed.declarationNo().equals(declaration);
      case AskedAgain asked -> asked.declarationNo().equals(declaration);
      default -> false;
    };
  }

  private static final Comparator<DeclarationNo> BY_NUMBER =
      Comparator.comparing(DeclarationNo::value);

  private static Optional<RefusalCode> refusal(CoverDecision decision) {
    return decision.cover() instanceof Cover.Refused refused
        ? Optional.of(refused.code())
        : Optional.empty();
  }

  private static Optional<Money> amount(
      Effect effect, CoverDecision decision, RequiredHold required) {
    long moved = Effects.movedMinor(effect, decision.from(), decision.to());
    return moved == 0 ? Optional.empty() : Optional.of(new Money(moved, required.currency()));
  }
}
