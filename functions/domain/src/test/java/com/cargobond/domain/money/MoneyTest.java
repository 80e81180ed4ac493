package com.cargobond.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.cargobond.domain.input.BrokenRule;
import java.util.Currency;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

  @ParameterizedTest
  @CsvSource({
    "692.30,CNY,69230",
    "692.3,CNY,69230",
    "692,CNY,69200",
    "692.3000,CNY,69230",
    "0,CNY,0",
    "1.234,KWD,1234",
    "12,JPY,12",
    "123,KWD,123000",
    "12345678901.234,KWD,12345678901234",
    "000000000692.30,CNY,69230",
    "9999999999999.99,CNY,999999999999999"
  })
  void reads_a_decimal_as_minor_units(String decimal, String currency, long minor) {
    assertThat(Money.parse(decimal, Currency.getInstance(currency)).minor()).isEqualTo(minor);
  }

  @ParameterizedTest
  @CsvSource({"1.005,CNY,2", "1.5,JPY,0", "1.2345,KWD,3"})
  void refuses_more_decimals_than_the_currency_has(String decimal, String currency, int digits) {
    assertBroken(decimal, currency, "must have at most " + digits + " decimals in " + currency);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "-0.01", "-"})
  void refuses_what_is_negative(String decimal) {
    assertBroken(decimal, "CNY", "must not be negative");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1,00", "1.", ".5", "+1", "1e3", " 1", "1 ", "0x1", "NaN", "一"})
  void refuses_what_is_no_plain_decimal(String decimal) {
    assertBroken(decimal, "CNY", "must be a decimal string such as \"692.30\"");
  }

  @ParameterizedTest
  @CsvSource({
    "10000000000000.00,CNY,9999999999999.99",
    "999999999999999.99,CNY,9999999999999.99",
    "999999999999999.9999,CLF,99999999999.9999"
  })
  void refuses_what_exceeds_the_bound(String decimal, String currency, String bound) {
    assertBroken(decimal, currency, "must not exceed " + bound);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CNH", "XAU", "cny", "RMB", ""})
  void knows_iso_currencies_with_a_minor_unit_only(String code) {
    assertThatExceptionOfType(BrokenRule.class)
        .isThrownBy(() -> Money.currency(code))
        .withMessage("must be an ISO 4217 currency");
  }

  @Property
  void reads_back_what_it_writes(@ForAll @LongRange(min = 0, max = Money.MINOR_MAX) long minor) {
    Money amount = new Money(minor, Currency.getInstance("CNY"));

    assertThat(Money.parse(amount.decimal(), amount.currency())).isEqualTo(amount);
  }

  @Test
  void adds_and_compares_amounts_of_one_currency_only() {
    Money yuan = new Money(100, Currency.getInstance("CNY"));
    Money dollar = new Money(100, Currency.getInstance("HKD"));

    assertThat(yuan.plus(yuan).decimal()).isEqualTo("2.00");
    assertThatIllegalArgumentException().isThrownBy(() -> yuan.plus(dollar));
    assertThatIllegalArgumentException().isThrownBy(() -> yuan.compareTo(dollar));
  }

  private static void assertBroken(String decimal, String currency, String rule) {
    assertThatExceptionOfType(BrokenRule.class)
        .isThrownBy(() -> Money.parse(decimal, Currency.getInstance(currency)))
        .withMessage(rule);
  }
}
