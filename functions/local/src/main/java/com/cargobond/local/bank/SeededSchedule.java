package com.cargobond.local.bank;

import static com.cargobond.local.bank.PaymentState.ACCEPTED;
import static com.cargobond.local.bank.PaymentState.SETTLED;
import static com.cargobond.local.bank.PaymentState.rejected;
import static com.cargobond.local.bank.PaymentState.returned;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Chance that repeats: the same seed, payment and attempt always have the same plan. */
public record SeededSchedule(long seed, BankProfile profile) implements BankSchedule {

  /** What this machine's bank does with a payment follows from it, unless a run has its own. */
  public static final long USUAL_SEED = 20260302;

  private static final List<AnswerMode> BAD_ANSWERS =
      List.of(
          AnswerMode.SLOW,
          AnswerMode.ERROR_BEFORE_BOOKING,
          AnswerMode.ERROR_AFTER_BOOKING,
          AnswerMode.DROP_BEFORE_BOOKING,
          AnswerMode.DROP_AFTER_BOOKING);

  private static final List<BankReason> REASONS = List.of(BankReason.values());

  private static final int OTHER_OUTCOMES = 5;
  private static final int HUNDRED = 100;

  @Override
  public PaymentPlan plan(String endToEndId, int attempt) {
    if (attempt > profile.badAttemptsMax()) {
      return new PaymentPlan(AnswerMode.AT_ONCE, List.of(SETTLED), 1);
    }
    RandomGenerator random = random(endToEndId, attempt);
    return new PaymentPlan(
        happens(profile.badAnswersPercent(), random)
            ? oneOf(BAD_ANSWERS, random)
            : AnswerMode.AT_ONCE,
        happens(profile.badOutcomesPercent(), random) ? otherOutcome(random) : List.of(SETTLED),
        happens(profile.toldTwicePercent(), random) ? 2 : 1);
  }

  private static List<PaymentState> otherOutcome(RandomGenerator random) {
    BankReason reason = oneOf(REASONS, random);
    return switch (random.nextInt(OTHER_OUTCOMES)) {
      case 0 -> List.of(ACCEPTED, SETTLED);
      case 1 -> List.of(rejected(reason));
      case 2 -> List.of(ACCEPTED, rejected(reason));
      case 3 -> List.of(SETTLED, returned(reason));
      default -> List.of(ACCEPTED, SETTLED, returned(reason));
    };
  }

  private RandomGenerator random(String endToEndId, int attempt) {
    // A digest, since neighbouring ids and attempts must not get neighbouring plans.
    byte[] name = (seed + "\n" + endToEndId + "\n" + attempt).getBytes(StandardCharsets.UTF_8);
    return new SplittableRandom(UUID.nameUUIDFromBytes(name).getLeastSignificantBits());
  }

  private static boolean happens(int percent, RandomGenerator random) {
    return random.nextInt(HUNDRED) < percent;
  }

  private static <T> T oneOf(List<T> choices, RandomGenerator random) {
    return choices.get(random.nextInt(choices.size()));
  }
}
