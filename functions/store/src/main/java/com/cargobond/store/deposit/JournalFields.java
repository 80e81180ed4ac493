package com.cargobond.store.deposit;

import com.cargobond.domain.deposit.DepositEntry;
import com.cargobond.domain.deposit.DepositEntry.Account;
import com.cargobond.domain.deposit.DepositEntry.Denied;
import com.cargobond.domain.deposit.DepositEntry.Elapsed;
import com.cargobond.domain.deposit.DepositEntry.Learned;
import com.cargobond.domain.deposit.DepositEntry.Repaired;
import com.cargobond.domain.deposit.DepositEntry.Sent;
import com.cargobond.domain.deposit.DepositEntry.Told;
import com.cargobond.domain.deposit.DepositEntry.ToldOfUnknown;
import com.cargobond.domain.deposit.DepositEntry.Unanswered;
import com.cargobond.domain.deposit.DepositEventType;
import com.cargobond.domain.deposit.PaymentOutcome;
import com.cargobond.domain.deposit.RefundId;
import com.cargobond.domain.identity.CnapsCode;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.payment.AccountNo;
import com.cargobond.domain.payment.ApprovalNo;
import com.cargobond.store.ledger.EventFields;
import com.cargobond.store.ledger.Item;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A deposit's journal as a part of an item: one map for each entry, which says of what kind it is.
 */
final class JournalFields {

  private static final String KIND = "kind";
  private static final String AT = "at";
  private static final String ACCOUNT = "account";
  private static final String CNAPS = "cnaps";

  private JournalFields() {}

  static List<Map<String, Object>> of(List<DepositEntry> journal) {
    return journal.stream().map(JournalFields::fields).toList();
  }

  static List<DepositEntry> journal(List<Item> journal) {
    return journal.stream().map(JournalFields::entry).toList();
  }

  private static Map<String, Object> fields(DepositEntry entry) {
    Item.Attributes item = Item.begin();
    item.with(KIND, kind(entry));
    item.with(AT, entry.at().toString());
    switch (entry) {
      case Learned learned -> {
        item.with("subject", learned.event().shipment().toString());
        item.with("event", EventFields.of(learned.event()).toMap());
      }
      case Sent sent -> {
        item.with("refund", sent.refund().value());
        item.with("uetr", sent.uetr().value());
      }
      case Told told -> {
        item.with("uetr", told.uetr().value());
        item.with("outcome", told.outcome().name());
        item.with("reason", told.reason());
      }
      case ToldOfUnknown told -> {
        item.with("refund", told.refund().value());
        item.with("uetr", told.uetr().value());
        item.with("outcome", told.outcome().name());
        item.with("reason", told.reason());
      }
      case Repaired repaired -> {
        item.with("refund", repaired.refund().value());
        repaired.named().ifPresent(named -> add(item, named));
        item.with("approvalNo", repaired.approvalNo().value());
      }
      case Denied denied -> item.with("uetr", denied.uetr().value());
      case Unanswered unanswered -> item.with("uetr", unanswered.uetr().value());
      case Elapsed elapsed -> item.with("day", elapsed.day().toString());
    }
    return item.toMap();
  }

  private static String kind(DepositEntry entry) {
    return switch (entry) {
      case Learned learned -> "LEARNED";
      case Sent sent -> "SENT";
      case Told told -> "TOLD";
      case ToldOfUnknown told -> "TOLD_OF_UNKNOWN";
      case Repaired repaired -> "REPAIRED";
      case Denied denied -> "DENIED";
      case Unanswered unanswered -> "UNANSWERED";
      case Elapsed elapsed -> "ELAPSED";
    };
  }

  private static DepositEntry entry(Item item) {
    Instant at = Instant.parse(item.text(AT));
    return switch (item.text(KIND)) {
      case "LEARNED" ->
          new Learned(
              EventFields.read(
                  item.text("subject"), new Item(item.fields("event")), DepositEventType.TYPES),
              at);
      case "SENT" -> new Sent(new RefundId(item.text("refund")), new Uetr(item.text("uetr")), at);
      case "TOLD" ->
          new Told(
              new Uetr(item.text("uetr")),
              PaymentOutcome.valueOf(item.text("outcome")),
              item.findText("reason"),
              at);
      case "TOLD_OF_UNKNOWN" ->
          new ToldOfUnknown(
              new RefundId(item.text("refund")),
              new Uetr(item.text("uetr")),
              PaymentOutcome.valueOf(item.text("outcome")),
              item.findText("reason"),
              at);
      case "REPAIRED" ->
          new Repaired(
              new RefundId(item.text("refund")),
              new ApprovalNo(item.text("approvalNo")),
              named(item),
              at);
      case "DENIED" -> new Denied(new Uetr(item.text("uetr")), at);
      case "UNANSWERED" -> new Unanswered(new Uetr(item.text("uetr")), at);
      case "ELAPSED" -> new Elapsed(LocalDate.parse(item.text("day")), at);
      default -> throw new IllegalStateException("no journal entry is " + item.text(KIND));
    };
  }

  private static void add(Item.Attributes item, Account named) {
    item.with(ACCOUNT, named.number().value());
    item.with(CNAPS, named.cnaps().value());
  }

  private static Optional<Account> named(Item item) {
    return item.has(ACCOUNT)
        ? Optional.of(
            new Account(new AccountNo(item.text(ACCOUNT)), new CnapsCode(item.text(CNAPS))))
        : Optional.empty();
  }
}
