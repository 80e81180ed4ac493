package com.cargobond.store;

import com.cargobond.domain.event.Fingerprint;
import com.cargobond.domain.ledger.Outcome.QuarantineReason;
import com.cargobond.domain.ledger.ReceivedEvent;

/** An event that was set aside whole, for a person. */
public record QuarantinedEvent(ReceivedEvent received, QuarantineReason reason) {

  /** The same for the same content however often it arrives. */
  public String id() {
    return Fingerprint.of(received.event().key(), received.event().fingerprint());
  }
}
