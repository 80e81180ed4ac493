package com.cargobond.domain.event;

import com.cargobond.domain.identity.Uscc;
import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.input.FieldReader;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every event that a shipment can learn from: its name on the wire, who says it, and how its data
 * is read. A new event type is an entry here, its fact, its schema and its rule in {@code
 * shipment.DeclarationFacts}.
 */
public enum EventType {
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

  DEPOSIT_TAKEN("customs.deposit-taken.v1", DepositFact.Taken::read),
  DEPOSIT_REFUND_APPROVED("customs.deposit-refund-approved.v1", DepositFact.RefundApproved::read),
  DEPOSIT_CONVERSION_APPROVED(
      "customs.deposit-conversion-approved.v1", DepositFact.ConversionApproved::read),
  DEPOSIT_PAYEE_APPROVED("customs.deposit-payee-approved.v1", DepositFact.PayeeApproved::read),
  DEPOSIT_FORFEITED("customs.deposit-forfeited.v1", DepositFact.Forfeited::read),
  DEPOSIT_FROZEN("customs.deposit-frozen.v1", DepositFact.Frozen::read),
  DEPOSIT_UNFROZEN("customs.deposit-unfrozen.v1", DepositFact.Unfrozen::read),

  DEMAND_DECIDED("bank.demand-decided.v1", BankFact.DemandDecided::read),
  DEMAND_PAID("bank.demand-paid.v1", BankFact.DemandPaid::read),
  DEMAND_REIMBURSED("bank.demand-reimbursed.v1", BankFact.DemandReimbursed::read),

  OVERDUE("cargobond.overdue.v1", ClockFact.Overdue::read),
  STILL_UNMATCHED("cargobond.still-unmatched.v1", ClockFact.StillUnmatched::read),
  ASKED_AGAIN("cargobond.asked-again.v1", ClockFact.AskedAgain::read),
  DECLARATION_SHARED("cargobond.declaration-shared.v1", ClockFact.DeclarationShared::read);

  private static final Map<String, EventType> BY_WIRE_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(EventType::wireName, type -> type));

  private final String wireName;
  private final Function<FieldReader, Fact> reading;

  EventType(String wireName, Function<FieldReader, Fact> reading) {
    this.wireName = wireName;
    this.reading = reading;
  }

  /**
   * Finds a type by its CloudEvents name.
   *
   * @throws BrokenRule if there is none
   */
  public static EventType of(String wireName) {
    EventType type = BY_WIRE_NAME.get(wireName);
    if (type == null) {
      throw new BrokenRule("is not a known event type and version");
    }
    return type;
  }

  /** Whether there is a type of this name. */
  public static boolean isKnown(String wireName) {
    return BY_WIRE_NAME.containsKey(wireName);
  }

  /** The CloudEvents {@code type}. */
  public String wireName() {
    return wireName;
  }

  /** Whether carriers post it. */
  public boolean isCargo() {
    return wireName.startsWith("cargo.");
  }

  /** Whether Customs posts it. */
  public boolean isCustoms() {
    return wireName.startsWith("customs.");
  }

  /** Who says it: an operator for itself, or the one party that says all of this family. */
  String speaker(Uscc operator) {
    String family = wireName.substring(0, wireName.indexOf('.'));
    return isCargo() ? family + "/" + operator : family;
  }

  Fact read(FieldReader data) {
    return reading.apply(data);
  }
}
