package com.cargobond.store.ledger;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.ledger.Notice;
import com.cargobond.domain.ledger.Subject;
import com.cargobond.domain.shipment.Shipment;
import com.cargobond.store.capability.StoredCapabilities;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Builds what one transaction writes. */
final class AChange {

  static final Instant AT = Instant.parse("2026-07-02T00:00:00Z");

  private final LedgerChange.Builder change = LedgerChange.because(Cause.of("test", "WRITE", AT));
  private final List<Claim> claims = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();
  private final List<OpenException> opened = new ArrayList<>();

  static AChange aChange() {
    return new AChange();
  }

  AChange creating(Guarantee guarantee) {
    change.making(StoredCapabilities.ALL.codec(Guarantee.KIND), guarantee);
    return this;
  }

  <S extends Subject> AChange changing(Stored<S> before, S after) {
    @SuppressWarnings("unchecked")
    Codec<S> codec = (Codec<S>) StoredCapabilities.ALL.codec(after.ref().kind());
    change.changing(codec, before, after);
    return this;
  }

  AChange creating(Shipment shipment) {
    return changing(Stored.unwritten(Shipment.unknown(shipment.id())), shipment);
  }

  AChange claiming(Claim claim) {
    claims.add(claim);
    return this;
  }

  AChange telling(Notice notice) {
    notices.add(notice);
    return this;
  }

  AChange opening(OpenException exception) {
    opened.add(exception);
    return this;
  }

  AChange moving(Deadline deadline, LocalDate day) {
    change.passing(deadline).awaiting(List.of(deadline.on(day)));
    return this;
  }

  LedgerChange build() {
    return change.claiming(claims).telling(notices).opening(opened).build();
  }
}
