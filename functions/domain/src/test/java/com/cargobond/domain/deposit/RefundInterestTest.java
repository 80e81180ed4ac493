package com.cargobond.domain.deposit;

import static com.cargobond.domain.fixture.AnEvent.refundApproved;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.fixture.ADeposit;
import com.cargobond.domain.fixture.TestMoney;
import com.cargobond.domain.money.Money;
import org.junit.jupiter.api.Test;

/** Interest is paid with a refund, and is not of the deposit's money. */
class RefundInterestTest {

  private final Refund refund = ADeposit.of1000().learn(refundApproved("A1", "600.00")).refund();

  @Test
  void at_todays_rate_the_bank_pays_what_was_approved() {
    assertThat(refund.interest()).isEqualTo(TestMoney.yuan("0.00"));
    assertThat(refund.payment().amount()).isEqualTo(refund.amount());
  }

  @Test
  void the_bank_pays_interest_on_top_in_every_attempt() {
    Money interest = TestMoney.yuan("0.10");
    Refund withInterest = Refund.due(refund.id(), refund.approval(), interest, refund.payee());

    assertThat(withInterest.payment().amount()).isEqualTo(TestMoney.yuan("600.10"));
    assertThat(withInterest.amount()).isEqualTo(TestMoney.yuan("600.00"));
    assertThat(withInterest.ordered(refund.approval(), interest, refund.payee()).payment().amount())
        .isEqualTo(TestMoney.yuan("600.10"));
  }
}
