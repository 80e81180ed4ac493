package com.cargobond.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.fixture.Freight;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.ledger.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds of a payment whatever the bank says, in whatever order and how often. */
class PaymentInvariantTest {

  private static final String[] REASONS = {"AC04", "AC06", "MS03", "AM05", "ZZ"};
  private static final Instant NOON = Instant.parse("2026-03-20T04:00:00Z");

  @Property(tries = 2_000)
  void is_paid_at_most_once_and_never_sent_into_the_unknown(@ForAll long seed) {
    Random random = new Random(seed);
    Freight freight = Freight.owed();
    for (int step = 0; step < 40; step++) {
      Freight before = freight;
      freight = anything(freight, random, step);

      Payment payment = freight.payment();
      assertThat(settled(payment)).isLessThanOrEqualTo(1);
      assertThat(payment.status() == PaymentStatus.SETTLED).isEqualTo(settled(payment) == 1);
      if (payment.attempts().size() > before.payment().attempts().size()) {
        assertThat(before.payment().isDue()).isTrue();
        assertThat(before.payments().isClaimed(before.payment())).isFalse();
      }
      if (freight.payments().isClaimed(payment)) {
        assertThat(next(freight)).isNotInstanceOf(NextStep.Send.class);
      }
    }
  }

  /** What was said once changes nothing when it is said again. */
  @Property(tries = 1_000)
  void a_repeated_word_is_none(@ForAll long seed) {
    Random random = new Random(seed);
    Freight freight = Freight.owed();
    for (int step = 0; step < 40; step++) {
      freight = anything(freight, random, step);
      Freight told = tell(freight, new Random(seed + step));

      assertThat(tell(told, new Random(seed + step))).isEqualTo(told);
    }
  }

  private static long settled(Payment payment) {
    return payment.attempts().stream()
        .filter(attempt -> attempt.is(PaymentOutcome.SETTLED))
        .count();
  }

  private static NextStep next(Freight freight) {
    return freight.nextStep(Freight.PAYMENT, Instant.MAX, OpeningHours.always());
  }

  private static Freight anything(Freight freight, Random random, int step) {
    return switch (random.nextInt(10)) {
      case 0 -> freight.corrected((1 + random.nextInt(9)) + "00.00");
      case 1 -> freight.disputed(random.nextInt(4) == 0);
      case 2, 3, 4 ->
          next(freight) instanceof NextStep.Send
              ? freight.sending(Freight.PAYMENT, uetr(step), NOON)
              : freight;
      case 5 ->
          next(freight) instanceof NextStep.Ask ask
              ? freight.answered(
                  Freight.PAYMENT, ask.uetr(), Optional.empty(), Optional.empty(), NOON, NOON)
              : freight;
      case 6 -> repair(freight, step);
      case 7 -> freight.elapse(LocalDate.parse("2026-03-20").plusDays(random.nextInt(9)), NOON);
      default -> tell(freight, random);
    };
  }

  private static Freight tell(Freight freight, Random random) {
    List<Attempt> attempts = freight.payment().attempts();
    Uetr uetr =
        attempts.isEmpty() || random.nextInt(20) == 0
            ? uetr(1_000 + random.nextInt(5))
            : attempts.get(random.nextInt(attempts.size())).uetr();
    PaymentOutcome outcome =
        PaymentOutcome.values()[random.nextInt(PaymentOutcome.values().length)];
    Optional<String> reason = Optional.of(REASONS[random.nextInt(REASONS.length)]);
    return freight.told(Freight.PAYMENT, uetr, outcome, reason, NOON);
  }

  private static Freight repair(Freight freight, int step) {
    try {
      return freight.repair("99" + step, NOON);
    } catch (Refused notNow) {
      return freight;
    }
  }

  private static Uetr uetr(int number) {
    return new Uetr("00000000-0000-4000-8000-%012d".formatted(number));
  }
}
