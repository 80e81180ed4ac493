package com.cargobond.domain.deposit;

import com.cargobond.domain.event.EventType;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.ledger.Outcome;
import com.cargobond.domain.ledger.Outcome.Applied;
import com.cargobond.domain.ledger.Outcome.Quarantined;
import com.cargobond.domain.ledger.Outcome.Repeated;
import com.cargobond.domain.ledger.QuarantineCode;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.domain.ledger.Ref;
import com.cargobond.domain.ledger.Rulebook;
import com.cargobond.domain.ledger.View;
import com.cargobond.domain.ledger.Wanted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** A deposit learns what Customs and courts say of it. Pure. */
final class DepositRules implements Rulebook {

  @Override
  public boolean hears(EventType type) {
    return type instanceof DepositEventType;
  }

  @Override
  public Ref learner(ShipmentEvent event) {
    return Deposit.KIND.ref(((DepositFact) event.fact()).depositId().value());
  }

  @Override
  public Wanted named(ShipmentEvent event) {
    return Wanted.of(learner(event));
  }

  @Override
  public Outcome apply(View view, ReceivedEvent received) {
    ShipmentEvent event = received.event();
    Deposit deposit = view.get(Deposit.KIND, learner(event).id());
    Optional<ShipmentEvent> known = deposit.recorded(event.key());
    if (known.isPresent()) {
      return known.get().fingerprint().equals(event.fingerprint())
          ? new Repeated()
          : new Quarantined(QuarantineCode.ID_REUSED);
    }
    if (!deposit.hasRoomFor(event)) {
      return new Quarantined(QuarantineCode.TOO_MANY_EVENTS);
    }
    Deposit learned = deposit.learn(event, received.receivedAt());
    if (RefundRows.areTooMany(deposit, learned)) {
      return new Quarantined(DepositQuarantineCode.TOO_MANY_WAITING);
    }
    return changed(view, deposit, learned);
  }

  @Override
  public Applied elapse(View view, Ref ref, LocalDate today, Instant now) {
    Deposit before = view.get(Deposit.KIND, ref.id());
    return changed(view, before, before.elapse(today, now));
  }

  private static Applied changed(View view, Deposit before, Deposit after) {
    return new Applied(view.with(after), DepositNotices.of(before, after));
  }
}
