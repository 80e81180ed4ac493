package com.cargobond.local.reconcile;

import com.cargobond.domain.deposit.DepositId;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.money.Money;
import com.cargobond.domain.payment.PaymentOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A payment of 692.30 yuan in the ledger, and what the bank says of it on the same day. */
record APayment(LedgerPayment inLedger) {

  static final LocalDate DAY = LocalDate.of(2026, 11, 2);

  private static final Instant SENT = Instant.parse("2026-11-02T02:00:00Z");

  /** The attempt with this number, which is in flight. */
  static APayment number(int number) {
    return new APayment(
        new LedgerPayment(
            new DepositId("DEP-" + number),
            "RF-%024x".formatted(number),
            Money.parse("692.30", Money.currency("CNY")),
            new Uetr("b94458f8-1f27-40e9-bf74-%012x".formatted(number)),
            SENT,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  APayment settled(String at) {
    return decided(PaymentOutcome.SETTLED, Optional.of(Instant.parse(at)), at);
  }

  APayment settled() {
    return settled("2026-11-02T03:00:00Z");
  }

  APayment rejected() {
    return decided(PaymentOutcome.REJECTED, Optional.empty(), "2026-11-02T03:00:00Z");
  }

  APayment returned(String at) {
    return decided(PaymentOutcome.RETURNED, inLedger.settledAt(), at);
  }

  APayment returned() {
    return settled().returned("2026-11-02T04:00:00Z");
  }

  APayment of(String amount, String currency) {
    return with(inLedger.endToEndId(), Money.parse(amount, Money.currency(currency)));
  }

  /** Another attempt at the refund of that one. */
  APayment after(APayment first) {
    return with(first.inLedger.endToEndId(), inLedger.amount());
  }

  StatementEntry booked() {
    return entry(Direction.DEBIT, Optional.of(inLedger.uetr()), Optional.empty());
  }

  StatementEntry cameBack() {
    return entry(Direction.CREDIT, Optional.of(inLedger.uetr()), Optional.of("AC04"));
  }

  StatementEntry bookedWithoutUetr() {
    return entry(Direction.DEBIT, Optional.empty(), Optional.empty());
  }

  static Statement statement(StatementEntry... entries) {
    return statement(List.of(entries));
  }

  static Statement statement(List<StatementEntry> entries) {
    return new Statement("S-1", "REFUNDS-CNY", DAY, DAY, Money.currency("CNY"), entries, List.of());
  }

  private APayment decided(PaymentOutcome outcome, Optional<Instant> settledAt, String at) {
    return new APayment(
        new LedgerPayment(
            inLedger.deposit(),
            inLedger.endToEndId(),
            inLedger.amount(),
            inLedger.uetr(),
            inLedger.sentAt(),
            Optional.of(outcome),
            settledAt,
            Optional.of(Instant.parse(at))));
  }

  private APayment with(String endToEndId, Money amount) {
    return new APayment(
        new LedgerPayment(
            inLedger.deposit(),
            endToEndId,
            amount,
            inLedger.uetr(),
            inLedger.sentAt(),
            inLedger.outcome(),
            inLedger.settledAt(),
            inLedger.decidedAt()));
  }

  private StatementEntry entry(
      Direction direction, Optional<Uetr> uetr, Optional<String> returnReason) {
    return new StatementEntry(
        direction,
        inLedger.amount(),
        Optional.of(DAY),
        Optional.of(inLedger.endToEndId()),
        uetr,
        returnReason.isPresent(),
        returnReason,
        1);
  }
}
