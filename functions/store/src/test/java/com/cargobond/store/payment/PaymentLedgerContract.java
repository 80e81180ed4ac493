package com.cargobond.store.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.deposit.DepositId;
import com.cargobond.domain.deposit.RefundId;
import com.cargobond.domain.fixture.AFreight;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.fixture.Freight;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.payment.ApprovalNo;
import com.cargobond.domain.payment.PayingSubject;
import com.cargobond.domain.payment.PaymentId;
import com.cargobond.domain.payment.PaymentOutcome;
import com.cargobond.domain.payment.PaymentStatus;
import com.cargobond.store.ledger.EventLedger;
import com.cargobond.store.ledger.Ledger;
import com.cargobond.store.ledger.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Payments of two kinds of subjects, which know nothing of each other, on one ledger. */
public abstract class PaymentLedgerContract {

  private static final Cause CAUSE = Cause.of("test", "STEP", AFreight.NOON);
  private static final Uetr UETR = new Uetr("b94458f8-1f27-40e9-bf74-b07cbb339439");

  private Ledger ledger;
  private PaymentLedger payments;

  /** An empty one of deposits and freight. */
  protected abstract Ledger newLedger();

  @BeforeEach
  void begin() {
    ledger = newLedger();
    payments = new PaymentLedger(ledger);
  }

  @Test
  void finds_who_owes_a_payment_by_the_payment_alone() {
    RefundId refund = refundOf("DEP-1");
    owe("7");

    assertThat(payments.find(refund).orElseThrow().owner())
        .isInstanceOfSatisfying(
            Deposit.class, deposit -> assertThat(deposit.id()).isEqualTo(new DepositId("DEP-1")));
    assertThat(payments.find(payments.id("FR-7")).orElseThrow().owner())
        .isInstanceOfSatisfying(
            Freight.class, freight -> assertThat(freight.ref()).isEqualTo(Freight.KIND.ref("7")));
    assertThat(payments.find(Freight.payment("FR-8"))).isEmpty();
  }

  @Test
  void reads_an_id_by_how_it_begins() {
    RefundId refund = new RefundId("RF-000000000000000000000001");

    assertThat(payments.id(refund.value())).isEqualTo(refund);
    assertThat(payments.id("FR-1")).isEqualTo(Freight.PAYMENT);
    assertThat(payments.terms(refund).noun()).isEqualTo("refund");
    assertThat(payments.terms(Freight.PAYMENT).noun()).isEqualTo("freight");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "RF-", "RF-1", "FR-x", "XX-1", "rf-000000000000000000000001"})
  void an_id_that_no_payment_can_have_is_none(String text) {
    assertThatThrownBy(() -> payments.id(text)).isInstanceOf(BrokenRule.class);
  }

  @Test
  void lists_what_is_open_of_all_kinds_each_once_whatever_the_size_of_a_page() {
    List<PaymentId> open =
        Stream.<PaymentId>concat(
                IntStream.range(0, 20).mapToObj(i -> refundOf("DEP-" + i)),
                IntStream.range(0, 20).mapToObj(i -> owe(Integer.toString(i))))
            .toList();

    for (int limit : List.of(1, 7, 40, 100)) {
      assertThat(open(limit, Optional.empty())).containsExactlyInAnyOrderElementsOf(open);
    }
  }

  @Test
  void lists_from_any_id_on_to_the_end() {
    IntStream.range(0, 20).forEach(i -> refundOf("DEP-" + i));
    IntStream.range(10, 30).forEach(i -> owe(Integer.toString(i)));
    List<PaymentId> all = open(100, Optional.empty());

    for (int i = 0; i < all.size(); i++) {
      assertThat(open(3, Optional.of(all.get(i).value())))
          .isEqualTo(all.subList(i + 1, all.size()));
    }
    assertThat(open(100, Optional.of("FR-2"))).contains(Freight.payment("FR-20")).hasSize(10);
  }

  @Test
  void a_payment_is_listed_from_when_it_is_owed_until_it_is_paid_and_again_when_it_comes_back() {
    owe("7");
    assertThat(open()).containsExactly("FR-7");

    change("7", freight -> freight.sending(id("7"), UETR, AFreight.NOON));
    assertThat(open()).containsExactly("FR-7");

    change("7", freight -> told(freight, PaymentOutcome.SETTLED, Optional.empty()));
    assertThat(open()).isEmpty();

    change("7", freight -> told(freight, PaymentOutcome.RETURNED, Optional.of("MS03")));
    assertThat(open()).containsExactly("FR-7");
  }

  @Test
  void a_step_is_written_and_told_of() {
    owe("7");
    OwedPayment<?> owed = payments.find(id("7")).orElseThrow();

    OwedPayment<?> sent = sending(owed);

    assertThat(owed.payment().orElseThrow().status()).isEqualTo(PaymentStatus.DUE);
    assertThat(sent.payment().orElseThrow().status()).isEqualTo(PaymentStatus.SENT);
    assertThat(payments.find(id("7")).orElseThrow().owner()).isEqualTo(sent.owner());
  }

  private static <S extends PayingSubject<S>> OwedPayment<S> sending(OwedPayment<S> owed) {
    return owed.change(owner -> owner.sending(owed.id(), UETR, AFreight.NOON), CAUSE);
  }

  private static Freight told(Freight freight, PaymentOutcome outcome, Optional<String> reason) {
    return freight.told(freight.payment().id(), UETR, outcome, reason, AFreight.NOON);
  }

  private PaymentId owe(String number) {
    change(number, freight -> freight.corrected("600.00"));
    return id(number);
  }

  private void change(String number, UnaryOperator<Freight> step) {
    payments.change(Freight.KIND, number, step, CAUSE);
  }

  private static PaymentId id(String number) {
    return Freight.payment("FR-" + number);
  }

  private RefundId refundOf(String deposit) {
    new EventLedger(ledger)
        .apply(
            Stream.of(AnEvent.depositTaken("1000.00"), AnEvent.refundApproved("A1", "1000.00"))
                .map(event -> event.with("depositId", deposit).accepted())
                .toList());
    return RefundId.of(new DepositId(deposit), new ApprovalNo("A1"));
  }

  private List<String> open() {
    return open(100, Optional.empty()).stream().map(PaymentId::value).toList();
  }

  private List<PaymentId> open(int limit, Optional<String> after) {
    List<PaymentId> all = new ArrayList<>();
    Page<PaymentId> page = payments.open(limit, after);
    all.addAll(page.items());
    while (page.after().isPresent()) {
      page = payments.open(limit, page.after());
      all.addAll(page.items());
    }
    return all;
  }
}
