package com.cargobond.store;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.ledger.Notice;
import com.cargobond.domain.shipment.Shipment;
import com.cargobond.store.LedgerChange.GuaranteeChange;
import com.cargobond.store.LedgerChange.OperatorChange;
import com.cargobond.store.LedgerChange.ShipmentChange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds what one transaction writes. */
final class AChange {

  static final Instant AT = Instant.parse("2026-07-02T00:00:00Z");

  private final List<GuaranteeChange> guarantees = new ArrayList<>();
  private final List<ShipmentChange> shipments = new ArrayList<>();
  private final List<Claim> claims = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();
  private final List<OpenException> opened = new ArrayList<>();
  private final List<Deadline> awaited = new ArrayList<>();
  private Optional<Deadline> passed = Optional.empty();
  private Optional<OperatorChange> operator = Optional.empty();

  static AChange aChange() {
    return new AChange();
  }

  AChange creating(Guarantee guarantee) {
    guarantees.add(new GuaranteeChange(Optional.empty(), guarantee));
    return this;
  }

  AChange changing(VersionedGuarantee before, Guarantee after) {
    guarantees.add(new GuaranteeChange(Optional.of(before), after));
    return this;
  }

  AChange changing(Versioned<Shipment> before, Shipment after) {
    shipments.add(new ShipmentChange(before, after));
    return this;
  }

  AChange creating(Shipment shipment) {
    return changing(new Versioned<>(Shipment.unknown(shipment.id()), 0), shipment);
  }

  AChange changing(Versioned<OperatorProfile> before, OperatorProfile after) {
    operator = Optional.of(new OperatorChange(before, after));
    return this;
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
    passed = Optional.of(deadline);
    awaited.add(deadline.on(day));
    return this;
  }

  LedgerChange build() {
    LedgerChange.Builder change =
        LedgerChange.because(Cause.of("test", "WRITE", AT))
            .guarantees(guarantees)
            .shipments(shipments)
            .claiming(claims)
            .telling(notices)
            .opening(opened)
            .awaiting(awaited);
    passed.ifPresent(change::passing);
    operator.ifPresent(change::operator);
    return change.build();
  }
}
