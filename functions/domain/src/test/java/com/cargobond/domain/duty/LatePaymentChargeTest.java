package com.cargobond.domain.duty;

import static com.cargobond.domain.fixture.TestMoney.money;
import static com.cargobond.domain.fixture.TestMoney.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.duty.LatePaymentCharge.Part;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LatePaymentChargeTest {

  private static final Currency CNY = Currency.getInstance("CNY");
  private static final LocalDate DUE = LocalDate.of(2026, 3, 17);

  @ParameterizedTest
  @CsvSource({"2730.47,7,9.56", "2730.47,40,54.61", "2730.47,1,1.37", "30.00,1,0.02"})
  void charges_every_day_after_the_due_date(String outstanding, int daysLate, String charge) {
    assertThat(LatePaymentCharge.computed(yuan(outstanding), DUE, DUE.plusDays(daysLate)))
        .isEqualTo(yuan(charge));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 30})
  void charges_nothing_up_to_the_due_date(int daysEarly) {
    assertThat(LatePaymentCharge.computed(yuan("2730.47"), DUE, DUE.minusDays(daysEarly)))
        .isEqualTo(yuan("0.00"));
  }

  @ParameterizedTest
  @CsvSource({
    "2730.47,   7,  0.00",
    "2730.47,   40, 54.61",
    "14300.00,  7,  50.05",
    "14285.71,  7,  50.00",
    "14284.00,  7,  0.00",
    "100000.00, 1,  50.00",
    "99998.00,  1,  50.00",
    "70000.00,  1,  0.00"
  })
  void collects_nothing_of_a_notice_below_fifty_yuan(
      String outstanding, int daysLate, String collected) {
    assertThat(LatePaymentCharge.of(List.of(part(outstanding, daysLate)), DUE, CNY))
        .isEqualTo(yuan(collected));
  }

  @Test
  void charges_each_part_until_the_day_on_which_it_was_paid() {
    LocalDate due = LocalDate.of(2026, 10, 13);

    assertThat(
            LatePaymentCharge.of(
                List.of(
                    new Part(yuan("120000.00").minor(), LocalDate.of(2026, 10, 20)),
                    new Part(yuan("80000.00").minor(), LocalDate.of(2026, 11, 2))),
                due,
                CNY))
        .isEqualTo(yuan("1220.00"));
  }

  @Test
  void charges_nothing_on_what_was_paid_in_time() {
    assertThat(LatePaymentCharge.of(List.of(part("90000.00", -1), part("10000.00", 40)), DUE, CNY))
        .isEqualTo(yuan("200.00"));
  }

  @Test
  void is_capped_where_the_law_says_so() {
    List<Part> parts = List.of(part("1000.00", 3_000));

    assertThat(LatePaymentCharge.of(parts, DUE, CNY, 0)).isEqualTo(yuan("1500.00"));
    assertThat(LatePaymentCharge.of(parts, DUE, CNY, 100)).isEqualTo(yuan("1000.00"));
  }

  @Test
  void knows_no_floor_in_another_currency() {
    assertThat(LatePaymentCharge.of(List.of(part("2730.47", 7)), DUE, Currency.getInstance("HKD")))
        .isEqualTo(money("9.56", "HKD"));
  }

  private static Part part(String decimal, int daysLate) {
    return new Part(yuan(decimal).minor(), DUE.plusDays(daysLate));
  }
}
