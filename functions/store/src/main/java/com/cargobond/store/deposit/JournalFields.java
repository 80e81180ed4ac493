package com.cargobond.store.deposit;

import com.cargobond.domain.deposit.DepositEntry;
import com.cargobond.domain.deposit.DepositEntry.Account;
import com.cargobond.domain.deposit.DepositEntry.Elapsed;
import com.cargobond.domain.deposit.DepositEntry.Learned;
import com.cargobond.domain.deposit.DepositEntry.PaymentStep;
import com.cargobond.domain.deposit.DepositEntry.RepairedOnTrust;
import com.cargobond.domain.deposit.DepositEventType;
import com.cargobond.domain.deposit.RefundId;
import com.cargobond.domain.deposit.RefundTerms;
import com.cargobond.domain.identity.CnapsCode;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.payment.AccountNo;
import com.cargobond.domain.payment.ApprovalNo;
import com.cargobond.store.ledger.EventFields;
import com.cargobond.store.ledger.Item;
import com.cargobond.store.payment.PaymentFields;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A deposit's journal as a part of an item: one map for each entry, which says of what kind it is.
 */
final class JournalFields {

  private static final String KIND = "kind";
  private static final String AT = "at";
  private static final String ACCOUNT = "account";
  private static final String CNAPS = "cnaps";
  private static final String REFUND = "refund";
  private static final String APPROVAL_NO = "approvalNo";
  private static final String REPAIRED = "REPAIRED";
  private static final PaymentFields PAYMENTS = new PaymentFields(RefundTerms.TERMS, REFUND);

  private JournalFields() {}

  static List<Map<String, Object>> of(List<DepositEntry> journal) {
    return journal.stream().map(JournalFields::fields).toList();
  }

  static List<DepositEntry> journal(List<Item> journal) {
    return journal.stream().map(JournalFields::entry).toList();
  }

  private static Map<String, Object> fields(DepositEntry entry) {
    return switch (entry) {
      case PaymentStep step -> PAYMENTS.of(step.entry()).toMap();
      case Learned learned ->
          begin("LEARNED", entry)
              .with("subject", learned.event().shipment().toString())
              .with("event", EventFields.of(learned.event()).toMap())
              .toMap();
      case RepairedOnTrust repaired ->
          begin(REPAIRED, entry)
              .with(REFUND, repaired.refund().value())
              .with(ACCOUNT, repaired.named().number().value())
              .with(CNAPS, repaired.named().cnaps().value())
              .with(APPROVAL_NO, repaired.approvalNo().value())
              .toMap();
      case Elapsed elapsed -> begin("ELAPSED", entry).with("day", elapsed.day().toString()).toMap();
    };
  }

  private static Item.Attributes begin(String kind, DepositEntry entry) {
    return Item.begin().with(KIND, kind).with(AT, entry.at().toString());
  }

  private static DepositEntry entry(Item fields) {
    return switch (fields.text(KIND)) {
      case "LEARNED" ->
          new Learned(
              EventFields.read(
                  ShipmentId.parse(fields.text("subject")),
                  new Item(fields.fields("event")),
                  DepositEventType.TYPES),
              at(fields));
      case "ELAPSED" -> new Elapsed(LocalDate.parse(fields.text("day")), at(fields));
      case REPAIRED -> repaired(fields);
      default -> new PaymentStep(PAYMENTS.entry(fields));
    };
  }

  /** Versions before this one took the number on trust, and named the account. */
  private static DepositEntry repaired(Item fields) {
    return fields.has(ACCOUNT)
        ? new RepairedOnTrust(
            new RefundId(fields.text(REFUND)),
            new ApprovalNo(fields.text(APPROVAL_NO)),
            new Account(new AccountNo(fields.text(ACCOUNT)), new CnapsCode(fields.text(CNAPS))),
            at(fields))
        : new PaymentStep(PAYMENTS.entry(fields));
  }

  private static Instant at(Item fields) {
    return Instant.parse(fields.text(AT));
  }
}
