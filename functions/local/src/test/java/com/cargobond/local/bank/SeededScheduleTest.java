package com.cargobond.local.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Chance repeats, meets every kind of trouble and leaves a way out. */
class SeededScheduleTest {

  private static final long SEED = 20260317;
  private static final int PAYMENTS = 1000;

  @ParameterizedTest
  @EnumSource
  void the_same_seed_has_the_same_plans(BankProfile profile) {
    assertThat(plans(SEED, profile)).isEqualTo(plans(SEED, profile));
  }

  @Test
  void another_seed_or_attempt_has_other_plans() {
    assertThat(plans(SEED, BankProfile.MIXED)).isNotEqualTo(plans(SEED + 1, BankProfile.MIXED));
    BankSchedule schedule = new SeededSchedule(SEED, BankProfile.WORST);
    assertThat(IntStream.range(1, 8).mapToObj(attempt -> schedule.plan("RF-1", attempt)).distinct())
        .hasSizeGreaterThan(1);
  }

  @Test
  void a_good_bank_always_settles() {
    assertThat(plans(SEED, BankProfile.ALWAYS_SETTLES))
        .containsOnly(new PaymentPlan(AnswerMode.AT_ONCE, List.of(PaymentState.SETTLED), 1));
  }

  @ParameterizedTest
  @EnumSource(names = {"MIXED", "WORST"})
  void every_kind_of_trouble_is_met(BankProfile profile) {
    List<PaymentPlan> plans = plans(SEED, profile);
    assertThat(plans).extracting(PaymentPlan::answer).contains(AnswerMode.values());
    assertThat(plans)
        .extracting(plan -> plan.states().stream().map(PaymentState::status).toList())
        .contains(
            List.of(PaymentStatus.SETTLED),
            List.of(PaymentStatus.ACCEPTED, PaymentStatus.SETTLED),
            List.of(PaymentStatus.REJECTED),
            List.of(PaymentStatus.ACCEPTED, PaymentStatus.REJECTED),
            List.of(PaymentStatus.SETTLED, PaymentStatus.RETURNED),
            List.of(PaymentStatus.ACCEPTED, PaymentStatus.SETTLED, PaymentStatus.RETURNED));
    Set<BankReason> reasons = EnumSet.noneOf(BankReason.class);
    plans.forEach(plan -> plan.states().forEach(state -> state.reason().ifPresent(reasons::add)));
    assertThat(reasons).contains(BankReason.values());
  }

  @Test
  void only_the_worst_bank_tells_twice() {
    assertThat(plans(SEED, BankProfile.MIXED))
        .extracting(PaymentPlan::notifications)
        .containsOnly(1);
    assertThat(plans(SEED, BankProfile.WORST))
        .extracting(PaymentPlan::notifications)
        .contains(1, 2);
  }

  @ParameterizedTest
  @EnumSource
  void whoever_tries_long_enough_is_paid(BankProfile profile) {
    assertThat(new SeededSchedule(SEED, profile).plan("RF-1", profile.badAttemptsMax() + 1))
        .isEqualTo(new PaymentPlan(AnswerMode.AT_ONCE, List.of(PaymentState.SETTLED), 1));
  }

  @Test
  void no_plan_pays_twice_or_returns_what_was_not_paid() {
    PaymentState back = PaymentState.returned(BankReason.AC04);
    PaymentState refused = PaymentState.rejected(BankReason.AC04);
    assertNoPlan();
    assertNoPlan(back);
    assertNoPlan(refused, PaymentState.SETTLED);
    assertNoPlan(PaymentState.SETTLED, PaymentState.SETTLED);
    assertNoPlan(PaymentState.SETTLED, refused);
    assertNoPlan(PaymentState.ACCEPTED, back);
    assertNoPlan(PaymentState.SETTLED, back, PaymentState.SETTLED);
  }

  private static void assertNoPlan(PaymentState... states) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PaymentPlan(AnswerMode.AT_ONCE, List.of(states), 1));
  }

  private static List<PaymentPlan> plans(long seed, BankProfile profile) {
    BankSchedule schedule = new SeededSchedule(seed, profile);
    return IntStream.range(0, PAYMENTS).mapToObj(i -> schedule.plan("RF-" + i, 1)).toList();
  }
}
