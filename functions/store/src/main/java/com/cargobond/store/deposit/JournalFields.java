package com.cargobond.store.deposit;

import com.cargobond.domain.deposit.DepositEntry;
import com.cargobond.domain.deposit.DepositEntry.Account;
import com.cargobond.domain.deposit.DepositEntry.Elapsed;
import com.cargobond.domain.deposit.DepositEntry.Learned;
import com.cargobond.domain.deposit.DepositEntry.PaymentStep;
import com.cargobond.domain.deposit.DepositEntry.RepairedOnTrust;
import com.cargobond.domain.deposit.DepositEventType;
import com.cargobond.domain.deposit.RefundId;
import com.cargobond.domain.identity.CnapsCode;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.payment.AccountNo;
import com.cargobond.domain.payment.ApprovalNo;
import com.cargobond.domain.payment.PaymentEntry;
import com.cargobond.domain.payment.PaymentEntry.Denied;
import com.cargobond.domain.payment.PaymentEntry.Repaired;
import com.cargobond.domain.payment.PaymentEntry.Sent;
import com.cargobond.domain.payment.PaymentEntry.Told;
import com.cargobond.domain.payment.PaymentEntry.ToldOfUnknown;
import com.cargobond.domain.payment.PaymentEntry.Unanswered;
import com.cargobond.domain.payment.PaymentOutcome;
import com.cargobond.store.ledger.EventFields;
import com.cargobond.store.ledger.Item;
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
  private static final String UETR = "uetr";
  private static final String OUTCOME = "outcome";
  private static final String REASON = "reason";
  private static final String APPROVAL_NO = "approvalNo";
  private static final String REPAIRED = "REPAIRED";

  private JournalFields() {}

  static List<Map<String, Object>> of(List<DepositEntry> journal) {
    return journal.stream().map(JournalFields::fields).toList();
  }

  static List<DepositEntry> journal(List<Item> journal) {
    return journal.stream().map(JournalFields::entry).toList();
  }

  private static Map<String, Object> fields(DepositEntry entry) {
    Item.Attributes fields = Item.begin().with(KIND, kind(entry)).with(AT, entry.at().toString());
    switch (entry) {
      case Learned learned ->
          fields
              .with("subject", learned.event().shipment().toString())
              .with("event", EventFields.of(learned.event()).toMap());
      case PaymentStep step -> add(fields, step.entry());
      case RepairedOnTrust repaired ->
          fields
              .with(REFUND, repaired.refund().value())
              .with(ACCOUNT, repaired.named().number().value())
              .with(CNAPS, repaired.named().cnaps().value())
              .with(APPROVAL_NO, repaired.approvalNo().value());
      case Elapsed elapsed -> fields.with("day", elapsed.day().toString());
    }
    return fields.toMap();
  }

  private static void add(Item.Attributes fields, PaymentEntry entry) {
    switch (entry) {
      case Sent sent -> fields.with(REFUND, sent.payment().value()).with(UETR, sent.uetr().value());
      case Told told ->
          fields
              .with(UETR, told.uetr().value())
              .with(OUTCOME, told.outcome().name())
              .with(REASON, told.reason());
      case ToldOfUnknown told ->
          fields
              .with(REFUND, told.payment().value())
              .with(UETR, told.uetr().value())
              .with(OUTCOME, told.outcome().name())
              .with(REASON, told.reason());
      case Denied denied -> fields.with(UETR, denied.uetr().value());
      case Unanswered unanswered -> fields.with(UETR, unanswered.uetr().value());
      case Repaired repaired ->
          fields
              .with(REFUND, repaired.payment().value())
              .with(APPROVAL_NO, repaired.approvalNo().value());
    }
  }

  private static String kind(DepositEntry entry) {
    return switch (entry) {
      case Learned learned -> "LEARNED";
      case PaymentStep step ->
          switch (step.entry()) {
            case Sent sent -> "SENT";
            case Told told -> "TOLD";
            case ToldOfUnknown told -> "TOLD_OF_UNKNOWN";
            case Denied denied -> "DENIED";
            case Unanswered unanswered -> "UNANSWERED";
            case Repaired repaired -> REPAIRED;
          };
      case RepairedOnTrust repaired -> REPAIRED;
      case Elapsed elapsed -> "ELAPSED";
    };
  }

  private static DepositEntry entry(Item fields) {
    Instant at = Instant.parse(fields.text(AT));
    return switch (fields.text(KIND)) {
      case "LEARNED" ->
          new Learned(
              EventFields.read(
                  fields.text("subject"), new Item(fields.fields("event")), DepositEventType.TYPES),
              at);
      case "SENT" -> new PaymentStep(new Sent(refund(fields), uetr(fields), at));
      case "TOLD" ->
          new PaymentStep(new Told(uetr(fields), outcome(fields), fields.findText(REASON), at));
      case "TOLD_OF_UNKNOWN" ->
          new PaymentStep(
              new ToldOfUnknown(
                  refund(fields), uetr(fields), outcome(fields), fields.findText(REASON), at));
      case "DENIED" -> new PaymentStep(new Denied(uetr(fields), at));
      case "UNANSWERED" -> new PaymentStep(new Unanswered(uetr(fields), at));
      case REPAIRED -> repaired(fields, at);
      case "ELAPSED" -> new Elapsed(LocalDate.parse(fields.text("day")), at);
      default -> throw new IllegalStateException("no journal entry is " + fields.text(KIND));
    };
  }

  /** Versions before this one took the number on trust, and named the account. */
  private static DepositEntry repaired(Item fields, Instant at) {
    ApprovalNo number = new ApprovalNo(fields.text(APPROVAL_NO));
    return fields.has(ACCOUNT)
        ? new RepairedOnTrust(
            refund(fields),
            number,
            new Account(new AccountNo(fields.text(ACCOUNT)), new CnapsCode(fields.text(CNAPS))),
            at)
        : new PaymentStep(new Repaired(refund(fields), number, at));
  }

  private static RefundId refund(Item fields) {
    return new RefundId(fields.text(REFUND));
  }

  private static Uetr uetr(Item fields) {
    return new Uetr(fields.text(UETR));
  }

  private static PaymentOutcome outcome(Item fields) {
    return PaymentOutcome.valueOf(fields.text(OUTCOME));
  }
}
