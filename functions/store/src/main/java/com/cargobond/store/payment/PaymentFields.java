package com.cargobond.store.payment;

import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.payment.ApprovalNo;
import com.cargobond.domain.payment.PaymentEntry;
import com.cargobond.domain.payment.PaymentEntry.Denied;
import com.cargobond.domain.payment.PaymentEntry.Repaired;
import com.cargobond.domain.payment.PaymentEntry.Sent;
import com.cargobond.domain.payment.PaymentEntry.Told;
import com.cargobond.domain.payment.PaymentEntry.ToldOfUnknown;
import com.cargobond.domain.payment.PaymentEntry.Unanswered;
import com.cargobond.domain.payment.PaymentId;
import com.cargobond.domain.payment.PaymentOutcome;
import com.cargobond.domain.payment.PaymentTerms;
import com.cargobond.store.ledger.Item;
import java.time.Instant;

/**
 * A journal's entries about payments as maps, each of which says of what kind it is.
 *
 * @param terms of the payments
 * @param idName what the attribute is called that has a payment's id
 */
public record PaymentFields(PaymentTerms terms, String idName) {

  private static final String KIND = "kind";
  private static final String AT = "at";
  private static final String UETR = "uetr";
  private static final String OUTCOME = "outcome";
  private static final String REASON = "reason";
  private static final String APPROVAL_NO = "approvalNo";

  /** An entry's attributes. */
  public Item.Attributes of(PaymentEntry entry) {
    Item.Attributes fields = Item.begin().with(KIND, kind(entry)).with(AT, entry.at().toString());
    return switch (entry) {
      case Sent sent -> fields.with(idName, sent.payment().value()).with(UETR, sent.uetr().value());
      case Told told ->
          fields
              .with(UETR, told.uetr().value())
              .with(OUTCOME, told.outcome().name())
              .with(REASON, told.reason());
      case ToldOfUnknown told ->
          fields
              .with(idName, told.payment().value())
              .with(UETR, told.uetr().value())
              .with(OUTCOME, told.outcome().name())
              .with(REASON, told.reason());
      case Denied denied -> fields.with(UETR, denied.uetr().value());
      case Unanswered unanswered -> fields.with(UETR, unanswered.uetr().value());
      case Repaired repaired ->
          fields
              .with(idName, repaired.payment().value())
              .with(APPROVAL_NO, repaired.approvalNo().value());
    };
  }

  private static String kind(PaymentEntry entry) {
    return switch (entry) {
      case Sent sent -> "SENT";
      case Told told -> "TOLD";
      case ToldOfUnknown told -> "TOLD_OF_UNKNOWN";
      case Denied denied -> "DENIED";
      case Unanswered unanswered -> "UNANSWERED";
      case Repaired repaired -> "REPAIRED";
    };
  }

  /** The entry with these attributes. */
  public PaymentEntry entry(Item fields) {
    Instant at = Instant.parse(fields.text(AT));
    return switch (fields.text(KIND)) {
      case "SENT" -> new Sent(payment(fields), uetr(fields), at);
      case "TOLD" -> new Told(uetr(fields), outcome(fields), fields.findText(REASON), at);
      case "TOLD_OF_UNKNOWN" ->
          new ToldOfUnknown(
              payment(fields), uetr(fields), outcome(fields), fields.findText(REASON), at);
      case "DENIED" -> new Denied(uetr(fields), at);
      case "UNANSWERED" -> new Unanswered(uetr(fields), at);
      case "REPAIRED" ->
          new Repaired(payment(fields), new ApprovalNo(fields.text(APPROVAL_NO)), at);
      default -> throw new IllegalStateException("no journal entry is " + fields.text(KIND));
    };
  }

  private PaymentId payment(Item fields) {
    return terms.id(fields.text(idName));
  }

  private static Uetr uetr(Item fields) {
    return new Uetr(fields.text(UETR));
  }

  private static PaymentOutcome outcome(Item fields) {
    return PaymentOutcome.valueOf(fields.text(OUTCOME));
  }
}
