package com.cargobond.events.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cargobond.domain.deposit.Refund;
import com.cargobond.domain.fixture.ADeposit;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.payment.OpeningHours;
import com.cargobond.events.fixture.ABank;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said to the bank, and what its answers are taken for. */
class BankRailTest {

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Uetr UETR = new Uetr("b94458f8-1f27-40e9-bf74-b07cbb339439");

  private final ABank bank = new ABank();
  private final ADeposit deposit = ADeposit.of1000().learn(AnEvent.refundApproved("A1", "600.00"));
  private final Refund refund = deposit.refund();

  @AfterEach
  void close() {
    bank.close();
  }

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

  private static BankRail open(String url) {
    return new BankRail(URI.create(url), "token", new ObjectMapper(), LONG, OpeningHours.always());
  }

  @Test
  void a_payment_names_its_attempt_in_key_and_body_and_the_refund_end_to_end()
      throws JsonProcessingException {
    pay(LONG);

    ABank.Call call = bank.paid().getFirst();
    assertThat(call.idempotencyKey()).isEqualTo(UETR.value());
    var order = new ObjectMapper().readTree(call.body());
    assertThat(order.path("uetr").asText()).isEqualTo(UETR.value());
    assertThat(order.path("endToEndId").asText()).isEqualTo(refund.endToEndId());
    assertThat(order.path("amount").path("amount").asText()).isEqualTo("600.00");
    assertThat(order.path("creditor").path("account").asText())
        .isEqualTo(refund.payee().account().value());
    assertThat(order.path("purpose").asText()).isEqualTo("CUSTOMS_DEPOSIT_REFUND");
  }

  private PaymentAnswer pay(Duration answerWithin) {
    return bank.rail(answerWithin).pay(deposit.deposit(), refund.payment(), UETR);
  }

  static Stream<Arguments> answers() {
    return Stream.of(
        Arguments.of(202, "{\"status\": \"ACCEPTED\"}", new PaymentAnswer.Accepted()),
        Arguments.of(200, "{\"status\": \"SETTLED\"}", new PaymentAnswer.Settled()),
        Arguments.of(
            422,
            "{\"status\": \"REJECTED\", \"reason\": \"AC04\"}",
            new PaymentAnswer.Rejected(Optional.of("AC04"))),
        Arguments.of(
            200,
            "{\"status\": \"RETURNED\", \"reason\": \"AC06\"}",
            new PaymentAnswer.Returned(Optional.of("AC06"))));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void takes_the_bank_at_its_word(int status, String body, PaymentAnswer answer) {
    bank.onPay(ABank.answering(status, body)).onAsk(ABank.answering(status, body));

    assertThat(pay(LONG)).isEqualTo(answer);
    assertThat(bank.rail(LONG).ask(UETR)).isEqualTo(answer);
  }

  @Test
  void a_payment_that_the_bank_does_not_know_never_arrived() {
    assertThat(bank.rail(LONG).ask(UETR)).isEqualTo(new PaymentAnswer.NeverArrived());
    assertThat(bank.calls.getFirst().path()).isEqualTo("/payments/" + UETR);
  }

  static Stream<String> noCodes() {
    return Stream.of("", "the account is closed", "A".repeat(65), "A\\u0000");
  }

  @ParameterizedTest
  @MethodSource("noCodes")
  void a_reason_that_is_no_code_is_left_out(String reason) {
    bank.onPay(ABank.answering(422, "{\"status\": \"REJECTED\", \"reason\": \"" + reason + "\"}"));

    assertThat(pay(LONG)).isEqualTo(new PaymentAnswer.Rejected(Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 401, 404, 409, 429, 500, 502, 503, 504})
  void another_status_says_nothing_about_the_payment(int status) {
    bank.onPay(ABank.answering(status, "{\"status\": \"REJECTED\"}"));

    saysNothing(LONG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "{\"status\": \"LOST\"}", "<html></html>"})
  void a_body_that_is_not_understood_says_nothing_about_the_payment(String body) {
    bank.onPay(ABank.answering(200, body));

    saysNothing(LONG);
  }

  @Test
  void silence_says_nothing_about_the_payment() {
    bank.onPay(bank.silent());

    saysNothing(SHORT);
  }

  @Test
  void a_body_that_stalls_says_nothing_about_the_payment() {
    bank.onPay(bank.stalling());

    saysNothing(SHORT);
  }

  @Test
  void a_dropped_connection_says_nothing_about_the_payment() {
    bank.onPay(ABank.dropping());

    saysNothing(LONG);
  }

  @Test
  void a_bank_that_is_not_there_says_nothing_about_the_payment() {
    bank.close();

    assertThatThrownBy(() -> pay(LONG)).isInstanceOf(NoAnswer.class);
  }

  private void saysNothing(Duration answerWithin) {
    assertThatThrownBy(() -> pay(answerWithin)).isInstanceOf(NoAnswer.class);
    assertThat(bank.paid()).hasSize(1);
  }
}
