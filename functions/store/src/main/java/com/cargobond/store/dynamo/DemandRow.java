package com.cargobond.store.dynamo;

import com.cargobond.domain.guarantee.Demand;
import com.cargobond.domain.guarantee.DemandId;
import com.cargobond.domain.guarantee.DemandStatus;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.money.Money;
import java.time.Instant;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** A demand on the guarantor of one guarantee. */
record DemandRow(GuaranteeId guarantee, Demand demand) {

  static final String SORT_KEY_PREFIX = "DEMAND#";

  /** Sorts after every demand. */
  static final String SORT_KEY_LAST = SORT_KEY_PREFIX + "~";

  static final TableSchema<DemandRow> SCHEMA = schema();

  static String sortKey(DemandId demand) {
    return SORT_KEY_PREFIX + demand;
  }

  private static TableSchema<DemandRow> schema() {
    var schema = Rows.schema(DemandRow.class, DemandRow::read);
    Rows.partitionKey(schema, row -> TermsRow.partitionKey(row.guarantee));
    Rows.sortKey(schema, row -> sortKey(row.demand.id()));
    Attributes.declare(schema, String.class, "guarantee", row -> row.guarantee.value());
    Attributes.declare(schema, String.class, "demand", row -> row.demand.id().value());
    Attributes.declare(schema, String.class, "shipment", row -> row.demand.shipment().toString());
    Attributes.declare(
        schema, String.class, "declarationNo", row -> row.demand.declarationNo().value());
    Attributes.declare(schema, Long.class, "amountMinor", row -> row.demand.amount().minor());
    Attributes.declare(
        schema, String.class, "currency", row -> row.demand.amount().currency().getCurrencyCode());
    Attributes.declare(
        schema, String.class, "demandedAt", row -> row.demand.demandedAt().toString());
    Attributes.declare(schema, String.class, "status", row -> row.demand.status().name());
    Attributes.declare(schema, String.class, "reason", row -> row.demand.reason().orElse(null));
    Attributes.declare(
        schema, String.class, "paymentRef", row -> row.demand.paymentRef().orElse(null));
    return schema.build();
  }

  private static DemandRow read(Attributes item) {
    Demand demand =
        new Demand(
            new DemandId(item.get("demand")),
            ShipmentId.parse(item.get("shipment")),
            new DeclarationNo(item.get("declarationNo")),
            new Money(item.<Long>get("amountMinor"), Money.currency(item.get("currency"))),
            Instant.parse(item.<String>get("demandedAt")),
            DemandStatus.valueOf(item.get("status")),
            item.find("reason"),
            item.find("paymentRef"));
    return new DemandRow(new GuaranteeId(item.get("guarantee")), demand);
  }
}
