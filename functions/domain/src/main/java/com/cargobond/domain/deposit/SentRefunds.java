package com.cargobond.domain.deposit;

import com.cargobond.domain.deposit.SentRefund.Content;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.payment.AccountHolder;
import com.cargobond.domain.payment.ApprovalNo;
import com.cargobond.domain.payment.Attempt;
import com.cargobond.domain.payment.Payment;
import com.cargobond.domain.payment.PaymentEntry;
import com.cargobond.domain.payment.PaymentId;
import com.cargobond.domain.payment.Payments;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The refunds that were handed to the bank, each with what Customs had ordered when that was done.
 * Mutable while a journal is read.
 */
final class SentRefunds {

  private final CustomsWords words;
  private final Payments payments = new Payments();
  private final Map<PaymentId, Content> contents = new HashMap<>();
  private final Map<Uetr, Content> contentsOfAttempts = new HashMap<>();
  private final Map<PaymentId, ApprovalNo> payeesOf = new HashMap<>();

  /** None yet; what Customs says is heard while they are sent. */
  SentRefunds(CustomsWords words) {
    this.words = words;
  }

  Payments payments() {
    return payments;
  }

  /** Each as it was sent last, or as the bank says that it paid. */
  Map<PaymentId, SentRefund> byId() {
    Map<PaymentId, SentRefund> sent = new LinkedHashMap<>();
    payments.sent().forEach(payment -> sent.put(payment.id(), refund(payment)));
    return sent;
  }

  private SentRefund refund(Payment payment) {
    Content content = contents.get(payment.id());
    return new SentRefund(
        new Refund(content.refund(), content.approval(), content.interest(), payment),
        content.order(),
        Optional.ofNullable(payeesOf.get(payment.id())));
  }

  /** What the words come to beside what was sent. */
  Ruling ruling() {
    return new Ruling(words, byId());
  }

  void add(PaymentEntry entry) {
    switch (entry) {
      case PaymentEntry.Sent sent -> send(sent);
      case PaymentEntry.Told told -> hear(told);
      case PaymentEntry.ToldOfUnknown told -> payments.hear(told);
      case PaymentEntry.Denied denied -> payments.hear(denied);
      case PaymentEntry.Repaired repaired -> repair(repaired);
      case PaymentEntry.Unanswered silence -> payments.miss(silence);
    }
  }

  /**
   * A refund is sent as Customs had ordered it by then. Versions before this one sent also what is
   * in doubt by the rules of this one: by their own rules, or else again as it was sent before, and
   * at first as it was heard first.
   */
  private void send(PaymentEntry.Sent step) {
    Map<PaymentId, SentRefund> sent = byId();
    Ruling asOfThen = new Ruling(words, sent);
    Optional<CustomsWord<Order>> sure =
        asOfThen
            .sure(step.payment())
            .or(() -> Ruling.ofEarlierVersions(words, sent).sure(step.payment()));
    SentRefund before = sent.get(step.payment());
    if (before != null) {
      send(
          sure.map(asOfThen::refund).orElse(before.refund()),
          sure.map(CustomsWord::content).orElse(before.order()),
          step);
      return;
    }
    CustomsWord<Order> ordered =
        sure.orElseGet(() -> RefundOrders.heardFirst(words, step.payment()));
    send(
        RefundOrders.refund(ordered, asOfThen.taking().orElseThrow().word()),
        ordered.content(),
        step);
  }

  private void send(Refund due, Order order, PaymentEntry.Sent step) {
    Content content = new Content(due.id(), order, due.approval(), due.interest());
    contents.put(step.payment(), content);
    contentsOfAttempts.put(step.uetr(), content);
    payments.send(due.payment(), step);
  }

  /** It may be an earlier attempt that paid: what that was of is what the refund is. */
  private void hear(PaymentEntry.Told told) {
    payments.hear(told, this::hasRoom);
    Content content = contentsOfAttempts.get(told.uetr());
    payments
        .sent(content.refund())
        .flatMap(Payment::settled)
        .map(attempt -> contentsOfAttempts.get(attempt.uetr()))
        .ifPresent(paid -> contents.put(paid.refund(), paid));
  }

  private boolean hasRoom(Payment payment, Attempt attempt) {
    return ruling()
        .hasRoom(payment.id(), contentsOfAttempts.get(attempt.uetr()).approval().amount());
  }

  private void repair(PaymentEntry.Repaired repaired) {
    Optional<AccountHolder> approved = approved(repaired.approvalNo());
    payments.repair(
        repaired.payment(),
        repaired.approvalNo(),
        approved.orElseGet(() -> payee(repaired.payment())));
    if (approved.isPresent()) {
      payeesOf.put(repaired.payment(), repaired.approvalNo());
    } else {
      payeesOf.remove(repaired.payment());
    }
  }

  /** The same company on the account that operations named. */
  void repair(DepositEntry.RepairedOnTrust repaired) {
    DepositEntry.Account named = repaired.named();
    payments.repair(
        repaired.refund(),
        repaired.approvalNo(),
        payee(repaired.refund()).on(named.number(), named.cnaps()));
    payeesOf.remove(repaired.refund());
  }

  private AccountHolder payee(PaymentId id) {
    return payments.sent(id).orElseThrow().payee();
  }

  /** What was sure for an earlier version, which had other rules, need not be sure for this one. */
  private Optional<AccountHolder> approved(ApprovalNo number) {
    return ruling().payee(number).or(() -> words.payee(number));
  }
}
