package com.cargobond.local.refund;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.capability.Capabilities;
import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.deposit.DepositId;
import com.cargobond.domain.deposit.DepositStatus;
import com.cargobond.domain.deposit.Refund;
import com.cargobond.domain.deposit.RefundId;
import com.cargobond.domain.deposit.RefundStatus;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.domain.money.Money;
import com.cargobond.domain.payment.ApprovalNo;
import com.cargobond.domain.payment.OpeningHours;
import com.cargobond.domain.payment.PaymentOutcome;
import com.cargobond.events.payment.BankRail;
import com.cargobond.events.payment.NoAnswer;
import com.cargobond.events.payment.Payments;
import com.cargobond.events.payment.Rail;
import com.cargobond.local.bank.BankBook;
import com.cargobond.local.bank.BankDelays;
import com.cargobond.local.bank.BankProfile;
import com.cargobond.local.bank.Booking;
import com.cargobond.local.bank.SeededSchedule;
import com.cargobond.local.bank.StandInBank;
import com.cargobond.store.deposit.DepositLedger;
import com.cargobond.store.ledger.EventLedger;
import com.cargobond.store.memory.InMemoryLedger;
import com.cargobond.store.payment.PaymentLedger;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Refunds against a bank that misbehaves by a seed, by a payer that is killed at any point. */
class RefundPaymentsTest {

  private static final int REFUNDS = 60;
  private static final int ROUNDS_MAX = 2_000;
  private static final String OPERATOR = "91310115MA1AB2C343";
  private static final String TOKEN = "secret";

  private final Clock clock = Clock.fixed(Instant.parse("2026-03-20T04:00:00Z"), ZoneOffset.UTC);
  private final InMemoryLedger ledger = new InMemoryLedger();
  private final DepositLedger deposits = new DepositLedger(ledger);
  private final BankBook book = BankBook.inMemory();
  private StandInBank bank;

  @AfterEach
  void close() {
    bank.close();
    book.close();
  }

  @ParameterizedTest
  @CsvSource({
    "ALWAYS_SETTLES, 1, 0",
    "MIXED, 2, 10",
    "WORST, 3, 0",
    "WORST, 4, 20",
    "WORST, 5, 40"
  })
  void every_refund_is_paid_exactly_once(BankProfile profile, long seed, int killedPercent) {
    bank =
        new StandInBank(
            0, TOKEN, new SeededSchedule(seed, profile), book, this::hear, BankDelays.NONE, clock);
    Rail rail =
        new BankRail(
            bank.url(),
            TOKEN,
            new ObjectMapper(),
            Duration.ofSeconds(10),
            OpeningHours.always().retryingAtOnce());
    Payments payments =
        new Payments(
            new PaymentLedger(new CrashingLedger(ledger, seed, killedPercent)),
            name -> rail,
            clock,
            () -> new Uetr(UUID.randomUUID().toString()));
    List<RefundId> refunds = IntStream.range(0, REFUNDS).mapToObj(this::approve).toList();

    for (int round = 0; round < ROUNDS_MAX && !isOver(refunds); round++) {
      refunds.forEach(refund -> seeTo(payments, refund));
      refunds.forEach(this::repairWhereAskedFor);
    }

    assertThat(refunds).allMatch(refund -> deposit(refund).status() == DepositStatus.REFUNDED);
    assertThat(book.paidMoreThanOnce()).isEmpty();
    assertThat(book.attemptedDoublePayments()).isZero();
    Map<String, Money> owed =
        refunds.stream()
            .map(this::refund)
            .collect(Collectors.toMap(Refund::endToEndId, Refund::amount));
    assertThat(book.settledSums()).isEqualTo(owed);
  }

  private boolean isOver(List<RefundId> refunds) {
    return book.unfinished().isEmpty()
        && refunds.stream().allMatch(id -> refund(id).status() == RefundStatus.REFUNDED);
  }

  /** As the queue does: what fails, however it fails, is tried again later. */
  private static void seeTo(Payments payments, RefundId refund) {
    try {
      payments.seeTo(refund);
    } catch (NoAnswer | CrashingLedger.Killed later) {
      // In the next round.
    }
  }

  private boolean hear(Booking outcome) {
    RefundId refund = new RefundId(outcome.endToEndId());
    Deposit deposit = deposits.find(refund).orElseThrow();
    deposits.change(
        deposit.id(),
        before ->
            before.told(
                refund,
                outcome.uetr(),
                PaymentOutcome.valueOf(outcome.status().name()),
                outcome.state().reason().map(Enum::name),
                clock.instant()),
        Cause.of("test", "STEP", clock.instant()));
    return true;
  }

  private void repairWhereAskedFor(RefundId id) {
    Deposit deposit = deposit(id);
    if (refund(id).status() == RefundStatus.REPAIR) {
      String number = "R" + deposit.journal().size();
      approvePayee(deposit.id().value(), number);
      deposits.change(
          deposit.id(),
          before -> before.repair(id, new ApprovalNo(number), clock.instant()),
          Cause.of("test", "STEP", clock.instant()));
    }
  }

  private Deposit deposit(RefundId refund) {
    return deposits.find(refund).orElseThrow();
  }

  private Refund refund(RefundId id) {
    return deposit(id).refund(id).orElseThrow();
  }

  private RefundId approve(int number) {
    String deposit = "DEP-" + number;
    Map<String, String> amount = Map.of("amount", (100 + number) + ".37", "currency", "CNY");
    tell(
        "customs.deposit-taken.v1",
        Map.of(
            "depositId",
            deposit,
            "declarationNo",
            "223320261000000123",
            "amount",
            amount,
            "payer",
            account("6222" + number, "313651027012"),
            "reason",
            "value to be determined"));
    tell(
        "customs.deposit-refund-approved.v1",
        Map.of(
            "depositId",
            deposit,
            "approvalNo",
            "A1",
            "amount",
            amount,
            "approvers",
            List.of("officer-1", "officer-2")));
    return RefundId.of(new DepositId(deposit), new ApprovalNo("A1"));
  }

  private void approvePayee(String deposit, String approvalNo) {
    tell(
        "customs.deposit-payee-approved.v1",
        Map.of(
            "depositId",
            deposit,
            "approvalNo",
            approvalNo,
            "payee",
            account("99", "303791000177"),
            "approvers",
            List.of("officer-1", "officer-2")));
  }

  private static Map<String, String> account(String number, String cnaps) {
    return Map.of("name", "Pudong Express", "uscc", OPERATOR, "account", number, "cnaps", cnaps);
  }

  private void tell(String type, Map<String, Object> data) {
    ShipmentEvent event =
        Capabilities.ALL
            .events()
            .read(
                Map.of(
                    "specversion",
                    "1.0",
                    "id",
                    type + "/" + data.get("depositId") + "/" + data.get("approvalNo"),
                    "source",
                    "/customs/2233",
                    "type",
                    type,
                    "time",
                    "2026-03-02T10:00:00+08:00",
                    "subject",
                    OPERATOR + "/HAWB-1",
                    "data",
                    data));
    new EventLedger(ledger).apply(List.of(new ReceivedEvent(event, clock.instant())));
  }
}
