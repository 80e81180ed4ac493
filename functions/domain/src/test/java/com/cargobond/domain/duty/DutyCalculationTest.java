package com.cargobond.domain.duty;

import static com.cargobond.domain.fixture.TestMoney.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.money.Money;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DutyCalculationTest {

  @ParameterizedTest
  @CsvSource({
    "3500.00, 0.06, 0,    0.13, 210.00, 0.00,   482.30, 692.30",
    "4800.00, 0.05, 0.15, 0.13, 240.00, 889.41, 770.82, 1900.23",
    "100.00,  0,    0,    0.09, 0.00,   0.00,   9.00,   9.00",
    "0.00,    0.06, 0.15, 0.13, 0.00,   0.00,   0.00,   0.00"
  })
  void adds_duty_consumption_tax_and_vat(
      String value,
      BigDecimal dutyRate,
      BigDecimal consumptionTaxRate,
      BigDecimal vatRate,
      String duty,
      String consumptionTax,
      String vat,
      String total) {
    DutyRates rates = new DutyRates(dutyRate, consumptionTaxRate, vatRate);

    DutyCalculation calculation = DutyCalculation.of(yuan(value), rates);

    assertThat(calculation)
        .isEqualTo(new DutyCalculation(yuan(duty), yuan(consumptionTax), yuan(vat)));
    assertThat(calculation.total()).isEqualTo(yuan(total));
  }

  @Test
  void rounds_half_a_fen_up() {
    DutyRates fivePercent = rates("0.05", "0", "0");

    assertThat(DutyCalculation.of(yuan("0.10"), fivePercent).duty()).isEqualTo(yuan("0.01"));
    assertThat(DutyCalculation.of(yuan("0.09"), fivePercent).duty()).isEqualTo(yuan("0.00"));
  }

  @Property
  void owes_no_less_for_goods_that_are_worth_more(
      @ForAll @LongRange(max = 10_000_000_00L) long lesserFen,
      @ForAll @LongRange(max = 10_000_000_00L) long extraFen,
      @ForAll @IntRange(max = 99) int consumptionTaxPercent) {
    DutyRates rates =
        new DutyRates(
            new BigDecimal("0.06"),
            BigDecimal.valueOf(consumptionTaxPercent, 2),
            new BigDecimal("0.13"));

    assertThat(total(lesserFen + extraFen, rates)).isGreaterThanOrEqualTo(total(lesserFen, rates));
  }

  @Test
  void refuses_a_part_that_is_too_much_for_an_amount() {
    Money most = new Money(Money.MINOR_MAX, Money.currency("CNY"));

    assertThatExceptionOfType(BrokenRule.class)
        .isThrownBy(() -> DutyCalculation.of(most, rates("0", "0.99999999", "0")))
        .withMessage("must not exceed 9999999999999.99");
  }

  @ParameterizedTest
  @CsvSource({
    "-0.01, 0, 0.13, duty rate must be 0 to 10",
    "10.01, 0, 0.13, duty rate must be 0 to 10",
    "0.06, 1, 0.13, consumption tax rate must be below 1",
    "0.06, 0, -1, VAT rate must be 0 to 10",
    "0.123456789, 0, 0.13, duty rate must have at most 8 decimals"
  })
  void refuses_rates_that_cannot_be(String duty, String consumptionTax, String vat, String rule) {
    assertThatExceptionOfType(BrokenRule.class)
        .isThrownBy(() -> rates(duty, consumptionTax, vat))
        .withMessage(rule);
  }

  private static Money total(long fen, DutyRates rates) {
    return DutyCalculation.of(new Money(fen, Money.currency("CNY")), rates).total();
  }

  private static DutyRates rates(String duty, String consumptionTax, String vat) {
    return new DutyRates(new BigDecimal(duty), new BigDecimal(consumptionTax), new BigDecimal(vat));
  }
}
