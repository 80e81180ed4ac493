package com.cargobond.domain.deposit;

import static com.cargobond.domain.fixture.AnEvent.account;
import static com.cargobond.domain.fixture.AnEvent.conversionApproved;
import static com.cargobond.domain.fixture.AnEvent.depositTaken;
import static com.cargobond.domain.fixture.AnEvent.forfeited;
import static com.cargobond.domain.fixture.AnEvent.frozen;
import static com.cargobond.domain.fixture.AnEvent.payeeApproved;
import static com.cargobond.domain.fixture.AnEvent.refundApproved;
import static com.cargobond.domain.fixture.AnEvent.unfrozen;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.fixture.ADeposit;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.ledger.Matter;
import com.cargobond.domain.payment.ApprovalNo;
import com.cargobond.domain.payment.NextStep;
import com.cargobond.domain.payment.OpeningHours;
import com.cargobond.domain.payment.PaymentOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds of a deposit whatever happens to it, in whatever order. */
class DepositInvariantTest {

  private static final String[] REASONS = {"AC01", "AC04", "BE01", "AC06", "MS03", "AM05", "ZZ"};

  @Property(tries = 2_000)
  void the_parts_always_sum_to_what_was_received(@ForAll long seed) {
    Random random = new Random(seed);
    Deposit deposit = ADeposit.unknown().deposit();
    for (int step = 0; step < 60; step++) {
      deposit = anything(deposit, random, step);

      deposit.figures().ifPresent(DepositInvariantTest::balances);
      assertThat(promisedMinor(deposit)).isLessThanOrEqualTo(heldMinor(deposit));
      deposit.refunds().forEach(DepositInvariantTest::paysOnce);
      paysNothingInDoubt(deposit);
    }
  }

  /** Words of Customs and courts under few identifiers, so that they repeat and contradict. */
  @Property(tries = 4_000)
  void the_order_and_repetition_of_what_is_said_do_not_matter(@ForAll long seed) {
    Random random = new Random(seed);
    List<AnEvent> said = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(12); i++) {
      said.add(aWord(random).id("E-" + i));
    }
    Deposit one = after(said, random);
    Deposit other = after(said, random);

    assertThat(standing(other)).isEqualTo(standing(one));
    assertThat(other.refunds()).isEqualTo(one.refunds());
    assertThat(other.deadline()).isEqualTo(one.deadline());
    assertThat(Decisions.of(other)).isEqualTo(Decisions.of(one));
  }

  /** Nothing moves by the clock, whatever was said and however long ago. */
  @Property(tries = 1_000)
  void the_passing_of_days_moves_no_money(@ForAll long seed) {
    Random random = new Random(seed);
    Deposit deposit = ADeposit.unknown().deposit();
    for (int step = 0; step < 30; step++) {
      deposit = anything(deposit, random, step);
    }
    Deposit later = deposit;
    for (int year = 0; year < 10; year++) {
      later = later.elapse(LocalDate.parse("2030-01-01").plusYears(year), ADeposit.NOON);
    }

    assertThat(later.figures()).isEqualTo(deposit.figures());
    assertThat(later.refunds()).isEqualTo(deposit.refunds());
  }

  private static Deposit after(List<AnEvent> said, Random random) {
    List<AnEvent> order = new ArrayList<>(said);
    said.stream().filter(event -> random.nextInt(4) == 0).forEach(order::add);
    Collections.shuffle(order, random);
    Deposit deposit = ADeposit.unknown().deposit();
    for (AnEvent event : order) {
      deposit = deposit.learn(event.event(), ADeposit.NOON);
    }
    return deposit;
  }

  /** All but the journal, which tells the order. */
  private static String standing(Deposit deposit) {
    String all = DepositStanding.of(deposit);
    return all.substring(0, all.lastIndexOf(" journal "));
  }

  private static AnEvent aWord(Random random) {
    return switch (random.nextInt(9)) {
      case 0 -> depositTaken(random.nextInt(3) == 0 ? "800.00" : "1000.00").at(time(random));
      case 1 ->
          depositTaken("1000.00")
              .at(time(random))
              .with("payer", account(random.nextBoolean() ? "Pudong Express" : "Else", "55"));
      case 2, 3 -> refundApproved(approvalNo(random), roundYuan(random)).at(time(random));
      case 4 -> conversionApproved(approvalNo(random), roundYuan(random)).at(time(random));
      case 5 -> forfeited("F" + random.nextInt(2), roundYuan(random)).at(time(random));
      case 6 -> payeeApproved(approvalNo(random), "77").at(time(random));
      case 7 ->
          refundApproved(approvalNo(random), roundYuan(random))
              .with("payee", account(random.nextBoolean() ? "pudong express" : "Else", "66"))
              .at(time(random));
      default -> (random.nextBoolean() ? frozen("C1") : unfrozen("C1")).at(time(random));
    };
  }

  /** Few times, so that ties are common. */
  private static String time(Random random) {
    return "2026-03-1%dT10:00:00+08:00".formatted(random.nextInt(8));
  }

  private static String roundYuan(Random random) {
    return (1 + random.nextInt(11)) + "00.00";
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
        .filter(Refund::isPromised)
        .mapToLong(refund -> refund.amount().minor())
        .sum();
  }

  private static void paysOnce(Refund refund) {
    assertThat(
            refund.attempts().stream()
                .filter(
                    attempt ->
                        attempt.outcome().filter(PaymentOutcome.SETTLED::equals).isPresent()))
        .hasSizeLessThanOrEqualTo(1);
  }

  private static void paysNothingInDoubt(Deposit deposit) {
    boolean isInDoubt =
        deposit.matters().stream()
            .anyMatch(matter -> matter.code() == DepositExceptionCode.TAKEN_TWICE);
    if (isInDoubt) {
      assertThat(deposit.refunds()).noneMatch(refund -> deposit.letsPay(refund.id()));
    }
  }

  private static Deposit anything(Deposit deposit, Random random, int step) {
    return switch (random.nextInt(9)) {
      case 0, 1 -> deposit.learn(aWord(random).event(), ADeposit.NOON);
      case 2 -> deposit.learn(refundApproved("A" + step, "100.00").event(), ADeposit.NOON);
      case 3, 4 -> send(deposit, random, step);
      case 5 -> tell(deposit, random);
      case 6 -> answer(deposit, random);
      case 7 -> repair(deposit, random, step);
      default ->
          deposit.elapse(
              LocalDate.parse("2026-03-20").plusDays(random.nextInt(1_500)), ADeposit.NOON);
    };
  }

  private static Deposit send(Deposit deposit, Random random, int step) {
    Uetr uetr = new Uetr("00000000-0000-4000-8000-%012d".formatted(step));
    return one(
            deposit.refunds().stream()
                .filter(refund -> refund.isDue() && deposit.letsPay(refund.id()))
                .toList(),
            random)
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

  /** What the bank answers to the question that is to be put next. */
  private static Deposit answer(Deposit deposit, Random random) {
    return one(deposit.refunds(), random)
        .flatMap(
            refund ->
                deposit.nextStep(refund.id(), Instant.MAX, OpeningHours.always())
                        instanceof NextStep.Ask ask
                    ? Optional.of(
                        deposit.answered(
                            refund.id(),
                            ask.uetr(),
                            Optional.empty(),
                            Optional.empty(),
                            ADeposit.NOON,
                            ADeposit.NOON))
                    : Optional.empty())
        .orElse(deposit);
  }

  private static Deposit repair(Deposit deposit, Random random, int step) {
    List<Refund> waiting =
        deposit.refunds().stream()
            .filter(refund -> refund.status() == RefundStatus.REPAIR)
            .filter(refund -> needsARepair(deposit, refund))
            .toList();
    Deposit approved = deposit.learn(payeeApproved("R" + step, "99").event(), ADeposit.NOON);
    boolean isPayeeKnown =
        approved
            .verdicts()
            .anyMatch(
                verdict ->
                    verdict.isAboutPayee(new ApprovalNo("R" + step))
                        && verdict.standing() == Decision.Standing.APPLIED);
    return one(waiting, random)
        .filter(refund -> isPayeeKnown)
        .map(refund -> approved.repair(refund.id(), new ApprovalNo("R" + step), ADeposit.NOON))
        .orElse(deposit);
  }

  private static boolean needsARepair(Deposit deposit, Refund refund) {
    return deposit.matters().stream()
        .filter(matter -> matter.reference().equals(refund.id().value()))
        .map(Matter::code)
        .anyMatch(
            code ->
                code == DepositExceptionCode.REFUND_NEEDS_REPAIR
                    || code == DepositExceptionCode.REFUND_DUPLICATE);
  }

  private static <T> Optional<T> one(List<T> candidates, Random random) {
    List<T> all = new ArrayList<>(candidates);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  private static String approvalNo(Random random) {
    return "A" + random.nextInt(3);
  }
}
