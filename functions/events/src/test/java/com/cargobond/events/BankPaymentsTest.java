package com.cargobond.events;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Payments and the token do not cross a network in the clear. */
class BankPaymentsTest {

  @ParameterizedTest
  @ValueSource(strings = {"http://bank.example.com", "ftp://bank.example.com", "http://10.0.0.1"})
  void a_bank_elsewhere_must_be_reached_by_https(String url) {
    assertThatThrownBy(() -> open(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cargobond.bank.url must be https, not " + url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://bank.example.com/v2/", "http://localhost:1", "http://127.0.0.1:1"})
  void a_bank_on_this_machine_need_not(String url) {
    assertThatCode(() -> open(url)).doesNotThrowAnyException();
  }

  private static BankPayments open(String url) {
    return new BankPayments(URI.create(url), "token", new ObjectMapper());
  }
}
