package com.cargobond.domain.duty;

import static com.cargobond.domain.duty.Fen.cny;
import static com.cargobond.domain.duty.Fen.money;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LatePaymentChargeTest {

  private static final LocalDate DUE = LocalDate.of(2026, 3, 17);

  @ParameterizedTest
  @CsvSource({"2730.47,7,9.56", "2730.47,40,54.61", "2730.47,1,1.37", "30.00,1,0.02"})
  void charges_every_day_after_the_due_date(String outstanding, int daysLate, String charge) {
    assertThat(LatePaymentCharge.computed(cny(outstanding), DUE, DUE.plusDays(daysLate)))
        .isEqualTo(cny(charge));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 30})
  void charges_nothing_up_to_the_due_date(int daysEarly) {
    assertThat(LatePaymentCharge.computed(cny("2730.47"), DUE, DUE.minusDays(daysEarly)))
        .isEqualTo(cny("0.00"));
  }

  @ParameterizedTest
  @CsvSource({
    "2730.47,   7,  0.00",
    "2730.47,   40, 54.61",
    "100000.00, 1,  50.00",
    "99980.00,  1,  0.00"
  })
  void collects_nothing_below_fifty_yuan(String outstanding, int daysLate, String collected) {
    assertThat(LatePaymentCharge.of(cny(outstanding), DUE, DUE.plusDays(daysLate)))
        .isEqualTo(cny(collected));
  }

  @Test
  void knows_no_floor_in_another_currency() {
    assertThat(LatePaymentCharge.of(money("2730.47", "HKD"), DUE, DUE.plusDays(7)))
        .isEqualTo(money("9.56", "HKD"));
  }
}
