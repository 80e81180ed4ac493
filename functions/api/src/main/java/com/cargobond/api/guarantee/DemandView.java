package com.cargobond.api.guarantee;

import com.cargobond.api.frame.answer.Amount;
import com.cargobond.domain.guarantee.Demand;
import com.fasterxml.jackson.annotation.JsonInclude;

/** A demand on the guarantor. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DemandView(
    String demandId,
    String operator,
    String houseWaybill,
    String declarationNo,
    Amount amount,
    String demandedAt,
    String status,
    String reason,
    String paymentRef) {

  /** As it stands. */
  public static DemandView of(Demand demand) {
    return new DemandView(
        demand.id().value(),
        demand.shipment().operator().value(),
        demand.shipment().houseWaybill().value(),
        demand.declarationNo().value(),
        Amount.of(demand.amount()),
        demand.demandedAt().toString(),
        demand.status().name(),
        demand.reason().orElse(null),
        demand.paymentRef().orElse(null));
  }
}
