package com.cargobond.domain.deposit;

import static com.cargobond.domain.fixture.AnEvent.conversionApproved;
import static com.cargobond.domain.fixture.AnEvent.frozen;
import static com.cargobond.domain.fixture.AnEvent.refundApproved;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.fixture.ADeposit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Customs decided, by its approval numbers, and what the deposit made of it. */
class DecisionsTest {

  @Test
  void refunds_and_conversions_are_told_with_their_amounts() {
    assertThat(
            told(
                ADeposit.of1000()
                    .learn(frozen("C1"))
                    .learn(conversionApproved("A1", "300.00"))
                    .learn(refundApproved("A2", "700.00"))))
        .containsExactly("A1 CONVERSION 300.00 CNY APPLIED", "A2 REFUND 700.00 CNY APPLIED");
  }

  @Test
  void a_refused_one_is_told_with_the_rule_that_it_broke() {
    assertThat(told(ADeposit.of1000().learn(refundApproved("A1", "1000.01"))))
        .containsExactly("A1 REFUND 1000.01 CNY REFUSED MORE_THAN_HELD");
  }

  @Test
  void one_before_its_deposit_waits() {
    assertThat(told(ADeposit.unknown().learn(conversionApproved("A1", "1.00"))))
        .containsExactly("A1 CONVERSION 1.00 CNY WAITING");
  }

  @Test
  void of_a_number_with_two_contents_the_later_is_told_and_that_it_is_in_doubt() {
    ADeposit deposit =
        ADeposit.of1000()
            .learn(refundApproved("A1", "600.00"))
            .learn(refundApproved("A1", "400.00").at("2026-03-20T11:00:00+08:00"));

    assertThat(told(deposit)).containsExactly("A1 REFUND 400.00 CNY CONTRADICTED");
  }

  @Test
  void a_number_is_told_once_however_often_it_comes() {
    assertThat(
            told(
                ADeposit.unknown()
                    .learn(refundApproved("A1", "600.00"))
                    .learn(refundApproved("A1", "600.00").id("again"))))
        .containsExactly("A1 REFUND 600.00 CNY WAITING");
  }

  private static List<String> told(ADeposit deposit) {
    return Decisions.of(deposit.deposit()).stream()
        .map(
            decision ->
                "%s %s %s %s %s"
                    .formatted(
                        decision.approval().number(),
                        decision.kind(),
                        decision.approval().amount(),
                        decision.standing(),
                        decision.refusal().orElse(""))
                    .strip())
        .toList();
  }
}
