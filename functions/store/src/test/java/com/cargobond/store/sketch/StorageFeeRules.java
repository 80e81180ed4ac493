package com.cargobond.store.sketch;

import com.cargobond.domain.event.EventType;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.ledger.Outcome;
import com.cargobond.domain.ledger.Outcome.Applied;
import com.cargobond.domain.ledger.QuarantineCode;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.domain.ledger.Ref;
import com.cargobond.domain.ledger.Rulebook;
import com.cargobond.domain.ledger.View;
import com.cargobond.domain.ledger.Wanted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** A fee is owed once, and its payment ordered with it. */
final class StorageFeeRules implements Rulebook {

  @Override
  public boolean hears(EventType type) {
    return type instanceof StorageFeeEventType;
  }

  @Override
  public Ref learner(ShipmentEvent event) {
    return StorageFee.KIND.ref(((StorageFeeOwed) event.fact()).feeId().value());
  }

  @Override
  public Wanted named(ShipmentEvent event) {
    return Wanted.of(learner(event));
  }

  @Override
  public Outcome apply(View view, ReceivedEvent received) {
    ShipmentEvent event = received.event();
    StorageFee fee = view.get(StorageFee.KIND, learner(event).id());
    Optional<ShipmentEvent> known = fee.recorded(event.key());
    if (known.isPresent()) {
      return known.get().fingerprint().equals(event.fingerprint())
          ? new Outcome.Repeated()
          : new Outcome.Quarantined(QuarantineCode.ID_REUSED);
    }
    StorageFee learned = fee.longerBy(Stream.of(new StorageFee.Owed(event)));
    return changed(view, fee, learned);
  }

  @Override
  public Applied elapse(View view, Ref ref, LocalDate today, Instant now) {
    StorageFee before = view.get(StorageFee.KIND, ref.id());
    return changed(view, before, before.elapse(today, now));
  }

  private static Applied changed(View view, StorageFee before, StorageFee after) {
    return new Applied(view.with(after), after.noticesSince(before));
  }
}
