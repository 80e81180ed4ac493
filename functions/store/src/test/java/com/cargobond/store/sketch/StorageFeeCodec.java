package com.cargobond.store.sketch;

import com.cargobond.domain.event.Fingerprint;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.store.ledger.EventFields;
import com.cargobond.store.ledger.Item;
import com.cargobond.store.ledger.OneItemCodec;
import com.cargobond.store.payment.PayingCodec;
import com.cargobond.store.payment.PaymentFields;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** A storage fee is kept as its journal. */
final class StorageFeeCodec extends OneItemCodec<StorageFee> implements PayingCodec<StorageFee> {

  private static final String KIND = "kind";
  private static final String AT = "at";
  private static final String DAY = "day";
  private static final PaymentFields PAYMENTS = new PaymentFields(StorageFeeTerms.TERMS, "fee");

  StorageFeeCodec() {
    super(StorageFee.KIND);
  }

  @Override
  protected Map<String, Object> body(StorageFee fee) {
    return Map.of("journal", fee.journal().stream().map(StorageFeeCodec::fields).toList());
  }

  private static Map<String, Object> fields(StorageFee.Line line) {
    return switch (line) {
      case StorageFee.Owed owed ->
          EventFields.of(owed.event())
              .with(KIND, "OWED")
              .with("subject", owed.event().shipment().toString())
              .toMap();
      case StorageFee.Waived waived -> Map.of(KIND, "WAIVED", AT, waived.at().toString());
      case StorageFee.Overdue overdue -> Map.of(KIND, "OVERDUE", DAY, overdue.day().toString());
      case StorageFee.Step step -> PAYMENTS.of(step.entry()).toMap();
    };
  }

  @Override
  protected StorageFee read(String id, Item item) {
    return new StorageFee(id, item.items("journal").stream().map(StorageFeeCodec::line).toList());
  }

  private static StorageFee.Line line(Item fields) {
    return switch (fields.text(KIND)) {
      case "OWED" ->
          new StorageFee.Owed(
              EventFields.read(
                  ShipmentId.parse(fields.text("subject")), fields, StorageFeeEventType.TYPES));
      case "WAIVED" -> new StorageFee.Waived(Instant.parse(fields.text(AT)));
      case "OVERDUE" -> new StorageFee.Overdue(LocalDate.parse(fields.text(DAY)));
      default -> new StorageFee.Step(PAYMENTS.entry(fields));
    };
  }

  @Override
  protected String standing(StorageFee fee) {
    return "status %s journal %s %s"
        .formatted(
            fee.payment().map(payment -> payment.status().name()).orElse("-"),
            fee.journal().size(),
            Fingerprint.of(body(fee).get("journal")));
  }

  @Override
  public StorageFeeTerms terms() {
    return StorageFeeTerms.TERMS;
  }
}
