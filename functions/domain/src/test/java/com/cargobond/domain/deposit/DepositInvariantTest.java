package com.cargobond.domain.deposit;

import static com.cargobond.domain.fixture.AnEvent.conversionApproved;
import static com.cargobond.domain.fixture.AnEvent.depositTaken;
import static com.cargobond.domain.fixture.AnEvent.frozen;
import static com.cargobond.domain.fixture.AnEvent.refundApproved;
import static com.cargobond.domain.fixture.AnEvent.unfrozen;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.fixture.ADeposit;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.identity.CnapsCode;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.payment.AccountNo;
import com.cargobond.domain.payment.ApprovalNo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of a deposit whatever happens to it, in whatever order. */
class DepositInvariantTest {

  private static final String[] REASONS = {"AC01", "AC04", "BE01", "AC06", "MS03", "AM05", "ZZ"};

  @Property(tries = 2_000)
  void the_parts_always_sum_to_what_was_received(@ForAll long seed) {
    Random random = new Random(seed);
    Deposit deposit = ADeposit.unknown().deposit();
    for (int step = 0; step < 40; step++) {
      deposit = anything(deposit, random, step);

      deposit.figures().ifPresent(DepositInvariantTest::balances);
      assertThat(promisedMinor(deposit)).isLessThanOrEqualTo(heldMinor(deposit));
      assertThat(paidMinor(deposit)).isLessThanOrEqualTo(100_000);
      deposit.refunds().forEach(DepositInvariantTest::paysOnce);
    }
  }

  @Property
  void the_order_of_what_customs_says_does_not_matter(
      @ForAll("orders") List<AnEvent> order, @ForAll("orders") List<AnEvent> other) {
    assertThat(after(order).figures()).isEqualTo(after(other).figures());
    assertThat(after(order).status()).isEqualTo(after(other).status());
    assertThat(after(order).isFrozen()).isEqualTo(after(other).isFrozen());
  }

  @Provide
  Arbitrary<List<AnEvent>> orders() {
    return Arbitraries.shuffle(
        depositTaken("1000.00"),
        refundApproved("A1", "400.00"),
        refundApproved("A2", "200.00"),
        conversionApproved("A3", "400.00"),
        frozen("C1"),
        unfrozen("C1"),
        frozen("C2"));
  }

  @Property
  void the_latest_word_of_each_order_says_whether_it_freezes(
      @ForAll("courtWords") List<AnEvent> order) {
    assertThat(after(order).isFrozen()).isFalse();
    assertThat(after(order.stream().filter(word -> !word.equals(LAST_LIFT)).toList()).isFrozen())
        .isTrue();
  }

  private static final AnEvent LAST_LIFT = unfrozen("C1").at("2026-03-13T10:00:00+08:00");

  @Provide
  Arbitrary<List<AnEvent>> courtWords() {
    return Arbitraries.shuffle(
        frozen("C1").at("2026-03-10T10:00:00+08:00"),
        unfrozen("C1").at("2026-03-11T10:00:00+08:00"),
        frozen("C1").at("2026-03-12T10:00:00+08:00"),
        LAST_LIFT,
        frozen("C2").at("2026-03-12T10:00:00+08:00"),
        unfrozen("C2").at("2026-03-12T10:00:00+08:00"));
  }

  private static Deposit after(List<AnEvent> events) {
    ADeposit deposit = ADeposit.unknown();
    events.forEach(deposit::learn);
    return deposit.deposit();
  }

  private static void balances(DepositFigures f) {
    assertThat(f.received())
        .isEqualTo(f.held() + f.inFlight() + f.refunded() + f.converted() + f.forfeited());
  }

  private static long heldMinor(Deposit deposit) {
    return deposit.figures().map(DepositFigures::held).orElse(0L);
  }

  /** So that a payment which settles after all, or is sent again, always finds its money. */
  private static long promisedMinor(Deposit deposit) {
    return deposit.refunds().stream()
        .filter(refund -> refund.isDue() || refund.status() == RefundStatus.REPAIR)
        .mapToLong(refund -> refund.amount().minor())
        .sum();
  }

  private static long paidMinor(Deposit deposit) {
    return deposit.figures().map(f -> f.refunded() + f.inFlight()).orElse(0L);
  }

  private static void paysOnce(Refund refund) {
    assertThat(
            refund.attempts().stream()
                .filter(
                    attempt ->
                        attempt.outcome().filter(PaymentOutcome.SETTLED::equals).isPresent()))
        .hasSizeLessThanOrEqualTo(1);
  }

  private static Deposit anything(Deposit deposit, Random random, int step) {
    return switch (random.nextInt(9)) {
      case 0 -> deposit.learn(depositTaken("1000.00").event(), ADeposit.NOON);
      case 1 ->
          deposit.learn(refundApproved(approvalNo(random), yuan(random)).event(), ADeposit.NOON);
      case 2 ->
          deposit.learn(
              conversionApproved(approvalNo(random), yuan(random)).event(), ADeposit.NOON);
      case 3 -> deposit.learn(frozen("C" + random.nextInt(2)).event(), ADeposit.NOON);
      case 4 -> deposit.learn(unfrozen("C" + random.nextInt(2)).event(), ADeposit.NOON);
      case 5 -> send(deposit, random, step);
      case 6 -> tell(deposit, random);
      case 7 -> repair(deposit, random, step);
      default ->
          deposit.elapse(
              LocalDate.parse("2026-03-20").plusDays(random.nextInt(1_500)), ADeposit.NOON);
    };
  }

  private static Deposit send(Deposit deposit, Random random, int step) {
    if (deposit.isFrozen()) {
      return deposit;
    }
    Uetr uetr = new Uetr("00000000-0000-4000-8000-%012d".formatted(step));
    return one(deposit.refunds().stream().filter(Refund::isDue).toList(), random)
        .map(due -> deposit.sending(due.id(), uetr, ADeposit.NOON))
        .orElse(deposit);
  }

  private static Deposit tell(Deposit deposit, Random random) {
    PaymentOutcome outcome =
        PaymentOutcome.values()[random.nextInt(PaymentOutcome.values().length)];
    Optional<String> reason = Optional.of(REASONS[random.nextInt(REASONS.length)]);
    Optional<Refund> refund = one(deposit.refunds(), random);
    return refund
        .flatMap(candidate -> one(candidate.attempts(), random))
        .map(
            attempt ->
                deposit.told(refund.get().id(), attempt.uetr(), outcome, reason, ADeposit.NOON))
        .orElse(deposit);
  }

  private static Deposit repair(Deposit deposit, Random random, int step) {
    List<Refund> waiting =
        deposit.refunds().stream().filter(r -> r.status() == RefundStatus.REPAIR).toList();
    return one(waiting, random)
        .map(
            refund ->
                deposit.repair(
                    refund.id(),
                    new AccountNo("99"),
                    new CnapsCode("303791000177"),
                    new ApprovalNo("R" + step),
                    ADeposit.NOON))
        .orElse(deposit);
  }

  private static <T> Optional<T> one(List<T> candidates, Random random) {
    List<T> all = new ArrayList<>(candidates);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  private static String approvalNo(Random random) {
    return "A" + random.nextInt(6);
  }

  private static String yuan(Random random) {
    return (1 + random.nextInt(1_000)) + ".00";
  }
}
