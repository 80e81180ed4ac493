package com.cargobond.domain.shipment;

import com.cargobond.domain.event.EventType;
import com.cargobond.domain.event.EventTypes;
import com.cargobond.domain.event.Fact;
import com.cargobond.domain.input.FieldReader;
import java.util.List;
import java.util.function.Function;

/**
 * What a shipment learns from: what carriers, Customs, banks and the clock say of it. A new one is
 * an entry here, its fact, its schema and its rule in {@link DeclarationFacts}.
 */
public enum ShipmentEventType implements EventType {
  MANIFEST_ACCEPTED("cargo.manifest-accepted.v1", CargoFact.ManifestAccepted::read),
  DEPARTED("cargo.departed.v1", CargoFact.Departed::read),
  ARRIVED("cargo.arrived.v1", CargoFact.Arrived::read),
  RECEIVED("cargo.received.v1", CargoFact.Received::read),
  DELIVERED("cargo.delivered.v1", CargoFact.Delivered::read),
  DISCREPANCY("cargo.discrepancy.v1", CargoFact.Discrepancy::read),
  DECLARATION_ACCEPTED("customs.declaration-accepted.v1", CustomsFact.DeclarationFiled::read),
  DECLARATION_AMENDED("customs.declaration-amended.v1", CustomsFact.DeclarationFiled::read),
  DECLARATION_CANCELLED("customs.declaration-cancelled.v1", CustomsFact.DeclarationCancelled::read),
  INSPECTION_HOLD("customs.inspection-hold.v1", CustomsFact.InspectionHeld::read),
  RELEASED_ON_GUARANTEE("customs.released-on-guarantee.v1", CustomsFact.ReleasedOnGuarantee::read),
  DUTY_ASSESSED("customs.duty-assessed.v1", CustomsFact.DutyAssessed::read),
  TAX_NOTICE_WITHDRAWN("customs.tax-notice-withdrawn.v1", CustomsFact.TaxNoticeWithdrawn::read),
  DUTY_PAID("customs.duty-paid.v1", CustomsFact.DutyPaid::read),
  PAYMENT_REVERSED("customs.payment-reversed.v1", CustomsFact.PaymentReversed::read),
  DISCHARGED("customs.discharged.v1", CustomsFact.Discharged::read),
  DEFAULT_DEMAND("customs.default-demand.v1", CustomsFact.DefaultDemanded::read),
  DEMAND_WITHDRAWN("customs.demand-withdrawn.v1", CustomsFact.DemandWithdrawn::read),
  DEMAND_DECIDED("bank.demand-decided.v1", BankFact.DemandDecided::read),
  DEMAND_PAID("bank.demand-paid.v1", BankFact.DemandPaid::read),
  DEMAND_REIMBURSED("bank.demand-reimbursed.v1", BankFact.DemandReimbursed::read),
  OVERDUE("cargobond.overdue.v1", ClockFact.Overdue::read),
  STILL_UNMATCHED("cargobond.still-unmatched.v1", ClockFact.StillUnmatched::read),
  ASKED_AGAIN("cargobond.asked-again.v1", ClockFact.AskedAgain::read),
  DECLARATION_SHARED("cargobond.declaration-shared.v1", ClockFact.DeclarationShared::read);

  /** All of them. */
  public static final EventTypes TYPES = new EventTypes(List.of(values()));

  private final String wireName;
  private final String family;
  private final Function<FieldReader, Fact> reading;

  ShipmentEventType(String wireName, Function<FieldReader, Fact> reading) {
    this.wireName = wireName;
    this.family = EventType.familyOf(wireName);
    this.reading = reading;
  }

  @Override
  public String wireName() {
    return wireName;
  }

  @Override
  public String family() {
    return family;
  }

  @Override
  public Fact read(FieldReader data) {
    return reading.apply(data);
  }
}
