package com.cargobond.store.dynamo;

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
import com.cargobond.domain.deposit.PaymentOutcome;
import com.cargobond.domain.deposit.RefundId;
import com.cargobond.domain.identity.CnapsCode;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.payment.AccountNo;
import com.cargobond.domain.payment.ApprovalNo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A deposit's journal as an attribute: one map for each entry, which says of what kind it is. */
final class JournalConverter {

  private static final String KIND = "kind";
  private static final String AT = "at";
  private static final String ACCOUNT = "account";
  private static final String CNAPS = "cnaps";

  private JournalConverter() {}

  static AttributeValue attribute(List<DepositEntry> journal) {
    return AttributeValue.fromL(journal.stream().map(JournalConverter::attribute).toList());
  }

  static List<DepositEntry> journal(AttributeValue attribute) {
    return attribute.l().stream().map(item -> entry(item.m())).toList();
  }

  private static AttributeValue attribute(DepositEntry entry) {
    Map<String, AttributeValue> item = new LinkedHashMap<>();
    put(item, KIND, kind(entry));
    put(item, AT, entry.at().toString());
    switch (entry) {
      case Learned learned -> {
        put(item, "subject", learned.event().shipment().toString());
        item.put("event", HistoryConverter.attribute(learned.event()));
      }
      case Sent sent -> {
        put(item, "refund", sent.refund().value());
        put(item, "uetr", sent.uetr().value());
      }
      case Told told -> {
        put(item, "uetr", told.uetr().value());
        put(item, "outcome", told.outcome().name());
        told.reason().ifPresent(reason -> put(item, "reason", reason));
      }
      case ToldOfUnknown told -> {
        put(item, "refund", told.refund().value());
        put(item, "uetr", told.uetr().value());
        put(item, "outcome", told.outcome().name());
        told.reason().ifPresent(reason -> put(item, "reason", reason));
      }
      case Repaired repaired -> {
        put(item, "refund", repaired.refund().value());
        repaired.named().ifPresent(named -> put(item, named));
        put(item, "approvalNo", repaired.approvalNo().value());
      }
      case Denied denied -> put(item, "uetr", denied.uetr().value());
      case Unanswered unanswered -> put(item, "uetr", unanswered.uetr().value());
      case Elapsed elapsed -> put(item, "day", elapsed.day().toString());
    }
    return AttributeValue.fromM(item);
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

  private static DepositEntry entry(Map<String, AttributeValue> item) {
    Instant at = Instant.parse(text(item, AT));
    return switch (text(item, KIND)) {
      case "LEARNED" ->
          new Learned(
              HistoryConverter.event(
                  ShipmentId.parse(text(item, "subject")), item.get("event").m()),
              at);
      case "SENT" -> new Sent(new RefundId(text(item, "refund")), new Uetr(text(item, "uetr")), at);
      case "TOLD" ->
          new Told(
              new Uetr(text(item, "uetr")),
              PaymentOutcome.valueOf(text(item, "outcome")),
              reason(item),
              at);
      case "TOLD_OF_UNKNOWN" ->
          new ToldOfUnknown(
              new RefundId(text(item, "refund")),
              new Uetr(text(item, "uetr")),
              PaymentOutcome.valueOf(text(item, "outcome")),
              reason(item),
              at);
      case "REPAIRED" ->
          new Repaired(
              new RefundId(text(item, "refund")),
              new ApprovalNo(text(item, "approvalNo")),
              named(item),
              at);
      case "DENIED" -> new Denied(new Uetr(text(item, "uetr")), at);
      case "UNANSWERED" -> new Unanswered(new Uetr(text(item, "uetr")), at);
      case "ELAPSED" -> new Elapsed(LocalDate.parse(text(item, "day")), at);
      default -> throw new IllegalStateException("no journal entry is " + text(item, KIND));
    };
  }

  private static void put(Map<String, AttributeValue> item, Account named) {
    put(item, ACCOUNT, named.number().value());
    put(item, CNAPS, named.cnaps().value());
  }

  private static Optional<Account> named(Map<String, AttributeValue> item) {
    return item.containsKey(ACCOUNT)
        ? Optional.of(
            new Account(new AccountNo(text(item, ACCOUNT)), new CnapsCode(text(item, CNAPS))))
        : Optional.empty();
  }

  private static Optional<String> reason(Map<String, AttributeValue> item) {
    return Optional.ofNullable(item.get("reason")).map(AttributeValue::s);
  }

  private static void put(Map<String, AttributeValue> item, String name, String value) {
    item.put(name, AttributeValue.fromS(value));
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    return item.get(name).s();
  }
}
