package com.cargobond.domain.deposit;

import com.cargobond.domain.event.EventType;
import com.cargobond.domain.event.EventTypes;
import com.cargobond.domain.event.Fact;
import com.cargobond.domain.input.FieldReader;
import java.util.List;
import java.util.function.Function;

/** What a deposit learns from: what Customs and courts say of it. */
public enum DepositEventType implements EventType {
  TAKEN("customs.deposit-taken.v1", DepositFact.Taken::read),
  REFUND_APPROVED("customs.deposit-refund-approved.v1", DepositFact.RefundApproved::read),
  CONVERSION_APPROVED(
      "customs.deposit-conversion-approved.v1", DepositFact.ConversionApproved::read),
  PAYEE_APPROVED("customs.deposit-payee-approved.v1", DepositFact.PayeeApproved::read),
  FORFEITED("customs.deposit-forfeited.v1", DepositFact.Forfeited::read),
  FROZEN("customs.deposit-frozen.v1", DepositFact.Frozen::read),
  UNFROZEN("customs.deposit-unfrozen.v1", DepositFact.Unfrozen::read);

  /** All of them. */
  public static final EventTypes TYPES = new EventTypes(List.of(values()));

  private final String wireName;
  private final String family;
  private final Function<FieldReader, Fact> reading;

  DepositEventType(String wireName, Function<FieldReader, Fact> reading) {
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
