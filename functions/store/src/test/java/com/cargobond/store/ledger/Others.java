package com.cargobond.store.ledger;

import static com.cargobond.domain.fixture.AnEvent.amended;
import static com.cargobond.domain.fixture.AnEvent.cancelled;
import static com.cargobond.domain.fixture.AnEvent.declared;
import static com.cargobond.domain.fixture.AnEvent.demandDecided;
import static com.cargobond.domain.fixture.AnEvent.demandPaid;
import static com.cargobond.domain.fixture.AnEvent.demandWithdrawn;
import static com.cargobond.domain.fixture.AnEvent.demanded;
import static com.cargobond.domain.fixture.AnEvent.departed;
import static com.cargobond.domain.fixture.AnEvent.frozen;
import static com.cargobond.domain.fixture.AnEvent.paid;
import static com.cargobond.domain.fixture.AnEvent.refundApproved;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.deposit.DepositId;
import com.cargobond.domain.deposit.Refund;
import com.cargobond.domain.deposit.RefundId;
import com.cargobond.domain.fixture.AGuarantee;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.fixture.Consent;
import com.cargobond.domain.fixture.TestMoney;
import com.cargobond.domain.guarantee.Amendment;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.payment.ApprovalNo;
import com.cargobond.domain.payment.PaymentOutcome;
import com.cargobond.store.guarantee.RequestFingerprint;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What parties do to one guarantee, its shipments and one deposit, at once or one by one. */
final class Others {

  static final GuaranteeId G1 = new GuaranteeId("G-1");
  static final RegistrationNo NUMBER = new RegistrationNo("REG-1");
  static final DepositId DEPOSIT = new DepositId(AnEvent.DEPOSIT);
  static final Uetr UETR = new Uetr("b94458f8-1f27-40e9-bf74-b07cbb339439");
  static final Uetr OTHER_UETR = new Uetr("00000000-0000-4000-8000-000000000001");
  static final Cause CAUSE = Cause.of("test", "STEP", AChange.AT);

  /** On HAWB-2, which takes most of the guarantee. */
  private static final AnEvent LARGE = declared("880.00").about("HAWB-2").declaration(number(2));

  private static final AnEvent SMALL = declared("60.00").about("HAWB-3").declaration(number(3));

  private Others() {}

  /** A guarantee of CNY 1,000 in four slices, of which another shipment takes 880. */
  static Act nearlyUsedUp() {
    return new Act("a guarantee", List.of(issued("G-1", 4), registered("G-1", "REG-1"), LARGE_ONE));
  }

  private static final Function<Ledger, Object> LARGE_ONE = Act.told(LARGE).steps().getFirst();

  static Function<Ledger, Object> issued(String id, int slices) {
    return issued(id, "BANK-" + id, slices);
  }

  static Function<Ledger, Object> issued(String id, String number, int slices) {
    return ledger ->
        new TestLedgers(ledger)
            .guarantees()
            .issue(
                Optional.of("KEY-" + id),
                RequestFingerprint.of("request"),
                () -> new GuaranteeId(id),
                AGuarantee.aGuarantee().numbered(number).terms(),
                slices,
                CAUSE);
  }

  static Function<Ledger, Object> registered(String id, String number) {
    return ledger ->
        new TestLedgers(ledger)
            .guarantees()
            .register(new GuaranteeId(id), new RegistrationNo(number), CAUSE);
  }

  /** A command on the guarantee. */
  static Act command(String name, UnaryOperator<Guarantee> command) {
    return Act.of(name, ledger -> new TestLedgers(ledger).guarantees().change(G1, command, CAUSE));
  }

  /** A step on the deposit. */
  static Act deposit(String name, UnaryOperator<Deposit> step) {
    return Act.of(name, ledger -> new TestLedgers(ledger).deposits().change(DEPOSIT, step, CAUSE));
  }

  static Act limit(String amount) {
    return command("limit " + amount, guarantee -> Consent.to(guarantee, limited(amount)));
  }

  static Act increased(String key) {
    return Act.of(
        "increase " + key,
        ledger ->
            new TestLedgers(ledger)
                .guarantees()
                .amend(
                    Optional.of(key),
                    RequestFingerprint.of("increase"),
                    G1,
                    limited("7000.00"),
                    CAUSE));
  }

  static Act proposed(String amount) {
    return command("proposal " + amount, guarantee -> guarantee.amend(limited(amount)));
  }

  private static Amendment limited(String amount) {
    return new Amendment(
        Optional.of(TestMoney.yuan(amount)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static Act suspended() {
    return command("suspension", Guarantee::suspend);
  }

  /** As payments are sent: what is not due any more is left as it is. */
  static Act sent(Uetr uetr) {
    return deposit(
        "sending " + uetr,
        deposit ->
            deposit.refunds().stream()
                .filter(refund -> refund.isDue() && deposit.letsPay(refund.id()))
                .findFirst()
                .map(refund -> deposit.sending(refund.id(), uetr, AChange.AT))
                .orElse(deposit));
  }

  static Act outcome(Uetr uetr, PaymentOutcome outcome) {
    return deposit(
        "outcome " + outcome,
        deposit -> deposit.told(refund(deposit), uetr, outcome, Optional.of("AC04"), AChange.AT));
  }

  static Act repaired(String approvalNo) {
    return deposit(
        "repair",
        deposit -> deposit.repair(refund(deposit), new ApprovalNo(approvalNo), AChange.AT));
  }

  private static RefundId refund(Deposit deposit) {
    return deposit.refunds().stream()
        .map(Refund::id)
        .findFirst()
        .orElseGet(() -> RefundId.of(DEPOSIT, new ApprovalNo("A1")));
  }

  /** Who may write at any moment while somebody else reads. */
  static List<Act> all() {
    return List.of(
        // On the same shipment.
        Act.told(departed().id("OTHER-1")),
        Act.told(amended(3, "110.00")),
        Act.told(paid("10.00").receipt("TR-2")),
        Act.told(demanded("30.00").demand("D-2")),
        Act.told(demandDecided("REJECT")),
        Act.told(demandPaid().with("paymentRef", "PAY-2")),
        Act.told(demandWithdrawn()),
        // On another shipment, with the same declaration.
        Act.told(declared("100.00").alsoAbout("HAWB-3").at("2026-03-01T10:00:00+08:00")),
        // On the same guarantee, from other shipments; some of it in other slices.
        Act.told(SMALL),
        Act.told(cancelled().about("HAWB-2").declaration(number(2))),
        Act.told(
            cancelled().about("HAWB-2").declaration(number(2)),
            declared("880.00").about("HAWB-3").declaration(number(3))),
        // On the guarantee itself.
        limit("5000.00"),
        limit("900.00"),
        suspended(),
        // On the deposit.
        Act.told(refundApproved("A3", "100.00")),
        Act.told(frozen("C2")),
        sent(OTHER_UETR),
        outcome(UETR, PaymentOutcome.SETTLED),
        outcome(UETR, PaymentOutcome.REJECTED));
  }

  static String number(int shipment) {
    return "22332026100000010" + shipment;
  }
}
