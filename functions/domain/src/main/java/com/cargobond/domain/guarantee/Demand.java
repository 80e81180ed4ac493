package com.cargobond.domain.guarantee;

import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * Customs' claim on the guarantor for one declaration.
 *
 * @param reason the bank's for rejecting, or the rule that refuses it
 * @param paymentRef the bank's reference of its payment
 */
public record Demand(
    DemandId id,
    ShipmentId shipment,
    DeclarationNo declarationNo,
    Money amount,
    Instant demandedAt,
    DemandStatus status,
    Optional<String> reason,
    Optional<String> paymentRef) {}
