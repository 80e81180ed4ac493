package com.cargobond.store.ledger;

import static com.cargobond.domain.fixture.AnEvent.conversionApproved;
import static com.cargobond.domain.fixture.AnEvent.depositTaken;
import static com.cargobond.domain.fixture.AnEvent.frozen;
import static com.cargobond.domain.fixture.AnEvent.payeeApproved;
import static com.cargobond.domain.fixture.AnEvent.refundApproved;
import static com.cargobond.domain.fixture.AnEvent.unfrozen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.deposit.DepositExceptionCode;
import com.cargobond.domain.deposit.DepositFact.RefundApproved;
import com.cargobond.domain.deposit.DepositId;
import com.cargobond.domain.deposit.DepositNoticeType;
import com.cargobond.domain.deposit.DepositQuarantineCode;
import com.cargobond.domain.deposit.DepositStatus;
import com.cargobond.domain.deposit.Refund;
import com.cargobond.domain.deposit.RefundId;
import com.cargobond.domain.fixture.ADeposit;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.ledger.LedgerNoticeType;
import com.cargobond.domain.ledger.Outcome;
import com.cargobond.domain.payment.ApprovalNo;
import com.cargobond.domain.payment.PaymentId;
import com.cargobond.domain.payment.PaymentOutcome;
import com.cargobond.domain.payment.PaymentSilences;
import com.cargobond.store.deposit.DepositLedger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How deposits are kept, on any ledger. */
public abstract class DepositLedgerContract {

  private static final DepositId ID = new DepositId(AnEvent.DEPOSIT);
  private static final Uetr UETR = new Uetr("b94458f8-1f27-40e9-bf74-b07cbb339439");
  private static final Uetr THIRD_UETR = new Uetr("00000000-0000-4000-8000-000000000002");
  private static final Uetr OTHER_UETR = new Uetr("00000000-0000-4000-8000-000000000001");

  private WatchedLedger ledger;
  private EventLedger events;
  private DepositLedger deposits;

  /** A ledger on which nothing was written. */
  protected abstract Ledger newLedger();

  @BeforeEach
  void begin() {
    ledger = new WatchedLedger(newLedger());
    events = new EventLedger(ledger);
    deposits = new DepositLedger(ledger);
  }

  @Test
  void knows_no_deposit_of_which_nothing_was_said() {
    assertThat(deposits.find(ID)).isEmpty();
  }

  @Test
  void keeps_what_customs_says_of_one_group_in_one_transaction() {
    tell(depositTaken("1000.00"), conversionApproved("A1", "300.00"), refundApproved("A2", "1.00"));

    assertThat(deposit().status()).isEqualTo(DepositStatus.REFUND_APPROVED);
    assertThat(deposit().figures().orElseThrow().converted()).isEqualTo(30_000);
    assertThat(ledger.commits).hasSize(1);
  }

  @Test
  void keeps_the_whole_journal() {
    tell(depositTaken("1000.00"), refundApproved("A1", "600.00"), payeeApproved("R1", "99"));
    Deposit told =
        deposits
            .change(
                ID,
                deposit -> deposit.sending(refund().id(), UETR, ADeposit.NOON),
                Cause.of("test", "STEP", ADeposit.NOON))
            .elapse(LocalDate.parse("2026-03-23"), ADeposit.NOON)
            .told(
                refund().id(), OTHER_UETR, PaymentOutcome.SETTLED, Optional.empty(), ADeposit.NOON)
            .told(refund().id(), UETR, PaymentOutcome.REJECTED, Optional.of("AC04"), ADeposit.NOON)
            .repair(refund().id(), new ApprovalNo("R1"), ADeposit.NOON)
            .sending(refund().id(), THIRD_UETR, ADeposit.NOON)
            .told(
                refund().id(),
                THIRD_UETR,
                PaymentOutcome.REJECTED,
                Optional.of("AM05"),
                ADeposit.NOON)
            .answered(
                refund().id(),
                UETR,
                Optional.empty(),
                Optional.empty(),
                ADeposit.NOON,
                ADeposit.NOON);

    deposits.change(ID, deposit -> told, Cause.of("test", "STEP", ADeposit.NOON));

    assertThat(deposit()).isEqualTo(told);
    assertThat(refund().payee().account().value()).isEqualTo("99");
  }

  @Test
  void finds_a_deposit_by_its_refund() {
    tell(depositTaken("1000.00"), refundApproved("A1", "600.00"));

    assertThat(deposits.find(refund().id())).contains(deposit());
  }

  @Test
  void orders_a_refund_when_it_can_be_sent_and_leaves_one_that_failed_to_the_sweep() {
    tell(depositTaken("1000.00"), refundApproved("A1", "600.00"));
    assertThat(ordersOfLastCommit()).isEqualTo(1);

    tell(frozen("C1"));
    assertThat(ordersOfLastCommit()).isZero();

    tell(unfrozen("C1"));
    assertThat(ordersOfLastCommit()).isEqualTo(1);

    deposits.change(
        ID,
        deposit -> deposit.sending(refund().id(), UETR, ADeposit.NOON),
        Cause.of("test", "STEP", ADeposit.NOON));
    assertThat(ordersOfLastCommit()).isZero();

    deposits.change(
        ID,
        deposit ->
            deposit.told(
                refundIds().getFirst(),
                UETR,
                PaymentOutcome.REJECTED,
                Optional.of("MS03"),
                ADeposit.NOON),
        Cause.of("test", "STEP", ADeposit.NOON));
    assertThat(ordersOfLastCommit()).isZero();
    assertThat(allOpenRefunds()).containsExactly(refund().id());
  }

  @Test
  void orders_a_refund_that_was_repaired() {
    tell(depositTaken("1000.00"), refundApproved("A1", "600.00"));
    deposits.change(ID, this::send, Cause.of("test", "STEP", ADeposit.NOON));
    deposits.change(
        ID,
        deposit ->
            deposit.told(
                refundIds().getFirst(),
                UETR,
                PaymentOutcome.REJECTED,
                Optional.of("AC04"),
                ADeposit.NOON),
        Cause.of("test", "STEP", ADeposit.NOON));
    assertThat(ordersOfLastCommit()).isZero();

    tell(payeeApproved("R1", "99"));
    deposits.change(
        ID,
        deposit -> deposit.repair(refund().id(), new ApprovalNo("R1"), ADeposit.NOON),
        Cause.of("test", "STEP", ADeposit.NOON));
    assertThat(ordersOfLastCommit()).isEqualTo(1);
  }

  @Test
  void lists_the_refunds_that_are_to_be_seen_to() {
    tell(depositTaken("1000.00"), refundApproved("A1", "600.00"), refundApproved("A2", "400.00"));
    assertThat(allOpenRefunds()).containsExactlyInAnyOrderElementsOf(refundIds());

    deposits.change(ID, this::send, Cause.of("test", "STEP", ADeposit.NOON));
    assertThat(allOpenRefunds()).containsExactlyInAnyOrderElementsOf(refundIds());

    deposits.change(
        ID,
        deposit ->
            deposit.told(
                refundIds().getFirst(),
                UETR,
                PaymentOutcome.SETTLED,
                Optional.empty(),
                ADeposit.NOON),
        Cause.of("test", "STEP", ADeposit.NOON));
    assertThat(allOpenRefunds()).containsExactly(refundIds().getLast());
  }

  private List<RefundId> refundIds() {
    return deposit().refunds().stream().map(Refund::id).toList();
  }

  /** One by one, as a page never ends in the middle of what follows it. */
  private List<PaymentId> allOpenRefunds() {
    List<PaymentId> all = new ArrayList<>();
    Page<PaymentId> page = Asked.of(ledger).openPayments(1, Optional.empty());
    all.addAll(page.items());
    while (page.after().isPresent()) {
      page = Asked.of(ledger).openPayments(1, page.after());
      all.addAll(page.items());
    }
    return all;
  }

  @Test
  void takes_a_deposit_for_which_as_many_approvals_wait_as_may() {
    for (int i = 1; i <= 27; i++) {
      tell(i % 2 == 0 ? refundApproved("A" + i, "1.00") : refundApproved("A" + i, "9999.00"));
    }
    assertThat(quarantined()).containsExactly("A26", "A27");

    tell(depositTaken("1000.00"));

    assertThat(refundIds()).hasSize(12);
    assertThat(deposit().matters())
        .hasSize(13)
        .allMatch(matter -> matter.code() == DepositExceptionCode.APPROVAL_REFUSED);
  }

  @Test
  void keeps_that_the_bank_did_not_pay_when_as_many_refunds_wait_for_the_money_as_may() {
    tell(depositTaken("1000.00"), refundApproved("A-1", "1000.00").at("2026-03-21T10:00:00+08:00"));
    RefundId sent = refund().id();
    deposits.change(ID, this::send, Cause.of("test", "STEP", ADeposit.NOON));
    for (int i = 0; i < 25; i++) {
      assertThat(apply(refundApproved("B-" + i, "1.00"))).isInstanceOf(Outcome.Applied.class);
    }
    assertThat(deposit().matters())
        .hasSize(25)
        .allMatch(matter -> matter.detail().equals(Optional.of("MORE_THAN_HELD")));
    assertThat(apply(refundApproved("B-25", "1.00")))
        .isEqualTo(new Outcome.Quarantined(DepositQuarantineCode.TOO_MANY_WAITING));

    deposits.change(
        ID,
        deposit ->
            deposit.told(sent, UETR, PaymentOutcome.REJECTED, Optional.of("AC01"), ADeposit.NOON),
        Cause.of("test", "STEP", ADeposit.NOON));

    assertThat(deposit().refunds().stream().filter(Refund::isOpen).<PaymentId>map(Refund::id))
        .hasSize(25)
        .doesNotContain(sent)
        .containsExactlyInAnyOrderElementsOf(allOpenRefunds());
  }

  @Test
  void orders_of_many_refunds_that_may_be_sent_at_last_as_many_as_one_transaction_holds() {
    tell(depositTaken("1000.00"), frozen("C1"));
    for (int i = 0; i < 120; i++) {
      tell(refundApproved("A" + i, "1.00"));
    }

    tell(unfrozen("C1"));

    assertThat(ordersOfLastCommit()).isEqualTo(30);
    assertThat(allOpenRefunds()).hasSize(120);
  }

  @Test
  void a_refund_that_an_earlier_order_displaces_is_no_longer_open_and_comes_back_with_it() {
    tell(depositTaken("1000.00"), refundApproved("A2", "600.00").at("2026-03-20T11:00:00+08:00"));
    List<RefundId> later = refundIds();

    tell(refundApproved("A1", "600.00"));
    assertThat(refundIds()).doesNotContainAnyElementsOf(later);
    assertThat(allOpenRefunds()).containsExactlyElementsOf(refundIds());

    tell(
        depositTaken("1200.00").at("2026-03-03T10:00:00+08:00"),
        depositTaken("1200.00").at("2026-03-04T10:00:00+08:00"));
    assertThat(allOpenRefunds()).hasSize(2).containsAll(later);
    assertThat(deposits.find(later.getFirst())).contains(deposit());
  }

  @Test
  void many_payments_that_the_bank_does_not_answer_for_are_told_of_some_at_a_time() {
    tell(depositTaken("1000.00"));
    for (int i = 0; i < 60; i++) {
      tell(refundApproved("A" + i, "10.00"));
    }
    for (RefundId refund : refundIds()) {
      deposits.change(
          ID,
          deposit -> deposit.sending(refund, new Uetr(UUID.randomUUID().toString()), ADeposit.NOON),
          Cause.of("test", "STEP", ADeposit.NOON));
    }
    LocalDate today = LocalDate.parse("2026-03-24");

    for (int sweep = 1; sweep <= 4; sweep++) {
      deposits.change(
          ID,
          deposit -> deposit.elapse(today, ADeposit.NOON),
          Cause.of("test", "ELAPSE", ADeposit.NOON));
      assertThat(deposit().matters()).hasSize(Math.min(60, sweep * PaymentSilences.SILENCES_MAX));
    }
    assertThat(
            ledger.commits.getLast().notices().stream()
                .filter(notice -> notice.type() == LedgerNoticeType.NEEDS_A_PERSON))
        .hasSize(1);
  }

  private List<String> quarantined() {
    return ledger
        .openExceptions(Optional.empty())
        .filter(exception -> exception.kind().equals(OpenException.EVENT))
        .flatMap(exception -> ledger.setAside(exception, 100, Optional.empty()).items().stream())
        .sorted(Comparator.comparing(SetAside::since))
        .map(aside -> ((OpenException.Content.Event) aside.content()).event())
        .map(event -> ((RefundApproved) event.fact()).approval().number().value())
        .sorted()
        .toList();
  }

  @Test
  void lists_all_deposits_page_by_page() {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 7; i++) {
      ids.add("DEP-" + i);
      tell(depositTaken(i + "1.00").id("E-" + i).with("depositId", "DEP-" + i));
    }

    for (int pageSize : List.of(1, 3, 7, 100)) {
      List<Deposit> read = new ArrayList<>();
      Optional<String> after = Optional.empty();
      do {
        Page<Deposit> page = Asked.of(ledger).allDeposits(pageSize, after);
        assertThat(page.items()).hasSizeLessThanOrEqualTo(pageSize);
        read.addAll(page.items());
        after = page.after();
      } while (after.isPresent());

      assertThat(read).extracting(deposit -> deposit.id().value()).doesNotHaveDuplicates();
      assertThat(read).extracting(deposit -> deposit.id().value()).hasSameElementsAs(ids);
      assertThat(read)
          .allSatisfy(deposit -> assertThat(deposits.find(deposit.id())).contains(deposit));
    }
  }

  @Test
  void lists_no_deposits_where_there_are_none() {
    assertThat(Asked.of(ledger).allDeposits(10, Optional.empty()))
        .isEqualTo(new Page<Deposit>(List.of(), Optional.empty()));
  }

  @Test
  void writes_nothing_for_a_repeated_event_or_a_step_that_changes_nothing() {
    tell(depositTaken("1000.00"));

    assertThat(events.apply(List.of(depositTaken("1000.00").accepted())).outcomes())
        .containsExactly(new Outcome.Repeated());
    deposits.change(ID, deposit -> deposit, Cause.of("test", "STEP", ADeposit.NOON));
    assertThat(ledger.commits).hasSize(1);
  }

  @Test
  void sets_a_reused_event_id_aside_for_the_same_deposit_and_for_another() {
    tell(depositTaken("1000.00").id("E-1"));

    assertThat(apply(depositTaken("2000.00").id("E-1"))).isInstanceOf(Outcome.Quarantined.class);
    assertThat(apply(depositTaken("1000.00").id("E-1").with("depositId", "DEP-2")))
        .isInstanceOf(Outcome.Quarantined.class);
    assertThat(deposits.find(new DepositId("DEP-2"))).isEmpty();
  }

  @Test
  void one_group_cannot_use_an_event_id_for_two_deposits() {
    List<Outcome> outcomes =
        events
            .apply(
                List.of(
                    depositTaken("1000.00").id("E-1").accepted(),
                    depositTaken("1000.00").id("E-1").with("depositId", "DEP-2").accepted()))
            .outcomes();

    assertThat(outcomes.getFirst()).isInstanceOf(Outcome.Applied.class);
    assertThat(outcomes.getLast()).isInstanceOf(Outcome.Quarantined.class);
  }

  @Test
  void decides_again_when_somebody_else_wrote_in_between() {
    tell(depositTaken("1000.00"), refundApproved("A1", "600.00"));
    ledger.beforeNextCommit(
        () ->
            new DepositLedger(ledger.inner)
                .change(ID, this::send, Cause.of("test", "STEP", ADeposit.NOON)));

    assertThatThrownBy(
            () -> deposits.change(ID, this::send, Cause.of("test", "STEP", ADeposit.NOON)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("must not be sent");
    assertThat(refund().attempts()).hasSize(1);
  }

  @Test
  void leaves_the_shipment_and_its_guarantee_alone() {
    tell(depositTaken("1000.00"));

    assertThat(ledger.commits.getFirst().subjects())
        .extracting(change -> change.after().ref().kind())
        .containsExactly("DEPOSIT");
    assertThat(ledger.guaranteesRead).isZero();
  }

  private Deposit send(Deposit deposit) {
    return deposit.sending(deposit.refunds().getFirst().id(), UETR, ADeposit.NOON);
  }

  private long ordersOfLastCommit() {
    return ledger.commits.getLast().notices().stream()
        .filter(notice -> notice.type() == DepositNoticeType.REFUND_DUE)
        .count();
  }

  private Outcome apply(AnEvent event) {
    return events.apply(List.of(event.accepted())).outcomes().getFirst();
  }

  private void tell(AnEvent... told) {
    assertThat(events.apply(Arrays.stream(told).map(AnEvent::accepted).toList()).failure())
        .isEmpty();
  }

  private Deposit deposit() {
    return deposits.find(ID).orElseThrow();
  }

  private Refund refund() {
    return deposit().refunds().getFirst();
  }
}
