package com.cargobond.store.shipment;

import com.cargobond.domain.guarantee.Demand;
import com.cargobond.domain.guarantee.DemandId;
import com.cargobond.domain.guarantee.DemandStatus;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.money.Money;
import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.ledger.Item;
import com.cargobond.store.ledger.ItemKey;
import com.cargobond.store.ledger.Listing;
import com.cargobond.store.ledger.Range;
import java.time.Instant;
import java.util.Optional;

/** Demands beside the guarantee whose guarantor they are on. */
final class DemandItems {

  private static final String SORT_KEY_PREFIX = "DEMAND#";

  /** Sorts after every demand. */
  private static final String SORT_KEY_LAST = SORT_KEY_PREFIX + "~";

  private DemandItems() {}

  static Listing listing(GuaranteeId guarantee, Demand demand) {
    return new Listing(
        new ItemKey(LedgerTable.GUARANTEES, partition(guarantee), SORT_KEY_PREFIX + demand.id()),
        Item.begin()
            .with("guarantee", guarantee.value())
            .with("demand", demand.id().value())
            .with("shipment", demand.shipment().toString())
            .with("declarationNo", demand.declarationNo().value())
            .with("amountMinor", demand.amount().minor())
            .with("currency", demand.amount().currency().getCurrencyCode())
            .with("demandedAt", demand.demandedAt().toString())
            .with("status", demand.status().name())
            .with("reason", demand.reason())
            .with("paymentRef", demand.paymentRef())
            .toMap());
  }

  /** From a demand on. */
  static Range range(GuaranteeId guarantee, Optional<String> after) {
    return Range.of(LedgerTable.GUARANTEES, partition(guarantee))
        .behind(Optional.of(SORT_KEY_PREFIX + after.orElse("")))
        .to(SORT_KEY_LAST);
  }

  static Demand demand(Item item) {
    return new Demand(
        new DemandId(item.text("demand")),
        ShipmentId.parse(item.text("shipment")),
        new DeclarationNo(item.text("declarationNo")),
        new Money(item.number("amountMinor"), Money.currency(item.text("currency"))),
        Instant.parse(item.text("demandedAt")),
        DemandStatus.valueOf(item.text("status")),
        item.findText("reason"),
        item.findText("paymentRef"));
  }

  private static String partition(GuaranteeId guarantee) {
    return Guarantee.KIND.ref(guarantee.value()).toString();
  }
}
