package com.cargobond.store.sketch;

import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.ledger.Capability;
import com.cargobond.domain.ledger.Kind;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.store.guarantee.StoredGuarantees;
import com.cargobond.store.ledger.Ledger;
import com.cargobond.store.ledger.StoredCapability;
import com.cargobond.store.ledger.StoredCapabilityList;
import com.cargobond.store.shipment.StoredShipments;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A capability that the product does not have: what it takes to add one is in this package, and two
 * entries in lists.
 */
public final class StorageFees {

  /** Fees are learned of by events. */
  public static final Kind<StorageFee> KIND = StorageFee.KIND;

  static final Capability CAPABILITY =
      new Capability(
          "storage-fee",
          StorageFee.KIND,
          List.of(StorageFeeEventType.values()),
          new StorageFeeRules(),
          List.of(StorageFeeCode.values()),
          List.of(),
          List.of(StorageFeeNoticeType.values()));

  static final StoredCapability STORED =
      new StoredCapability(CAPABILITY, List.of(new StorageFeeCodec()), Optional.empty());

  /** The lists with it. */
  public static final StoredCapabilityList LEDGER =
      new StoredCapabilityList(
          List.of(StoredGuarantees.CAPABILITY, StoredShipments.CAPABILITY, STORED));

  private StorageFees() {}

  /** What may be heard of fees. */
  public static Stream<List<ReceivedEvent>> stories() {
    return Stream.of(List.of(owed("SF-1", "120.00")));
  }

  /** A fee as it stands. */
  public static StorageFee read(Ledger ledger, String fee) {
    return ledger.read(KIND, fee).value();
  }

  /** A fee is owed until the end of March. */
  public static ReceivedEvent owed(String fee, String yuan) {
    Instant at = Instant.parse("2026-03-02T02:00:00Z");
    return new ReceivedEvent(
        StorageFeeEventType.TYPES.read(
            Map.of(
                "specversion", "1.0",
                "source", "/warehouse/pvg",
                "id", "E-" + fee,
                "type", StorageFeeEventType.OWED.wireName(),
                "time", at.toString(),
                "subject", AnEvent.departed().event().shipment().toString(),
                "data",
                    Map.of(
                        "feeId",
                        fee,
                        "amount",
                        Map.of("currency", "CNY", "amount", yuan),
                        "payBy",
                        "2026-03-31",
                        "payee",
                        AnEvent.account("Pudong Storage", "6222000011112222")))),
        at);
  }
}
