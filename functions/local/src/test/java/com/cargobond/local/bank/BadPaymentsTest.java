package com.cargobond.local.bank;

import static com.cargobond.local.bank.Payment.aPayment;
import static com.cargobond.local.bank.TestBank.always;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.local.bank.BankCaller.Answered;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that breaks a rule is told which, and nothing is booked. */
class BadPaymentsTest {

  private final BankBook book = BankBook.inMemory();
  private final StandInBank bank = TestBank.bank(always(PaymentState.SETTLED), book);
  private final BankCaller caller = new BankCaller(bank.url());

  @AfterEach
  void close() {
    caller.close();
    bank.close();
    assertThat(book.journal()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          "endToEndId": "RF-0a1b2c3d4e5f60718293a4b5" | "endToEndId": "-"      | endToEndId
          "endToEndId": "RF-0a1b2c3d4e5f60718293a4b5" | "endToEndId": "../x"   | endToEndId
          "endToEndId": "RF-                          | "endToEndId": "123456789012 | endToEndId
          "uetr": "b94458f8                           | "uetr": "B94458F8      | uetr
          "amount": "692.30"                          | "amount": 692.30       | amount.amount
          "amount": "692.30"                          | "amount": "692.301"    | amount.amount
          "amount": "692.30"                          | "amount": "-692.30"    | amount.amount
          "amount": "692.30"                          | "amount": "0.00"       | amount.amount
          "currency": "CNY"                           | "currency": "XXY"      | amount.currency
          "name": "Lan Hai Express"                   | "name": " "            | creditor.name
          "account": "6222-0001"                      | "account": "6222 0001" | creditor.account
          "cnaps": "313651027012"                     | "cnaps": "313651027013" | creditor.cnaps
          "purpose": "CUSTOMS_DEPOSIT_REFUND"         | "purpose": "RENT"      | purpose
          "purpose":                                  | "urgent": true, "purpose": | urgent
          """)
  void a_bad_field_is_named(String good, String bad, String field) throws Exception {
    String body = aPayment().json();
    assertThat(body).contains(good);
    assertBadField(
        caller.post(body.replace(good, bad), aPayment().uetr(), BankCaller.TOKEN), field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{", "{} {}", "{\"uetr\": \"1\", \"uetr\": \"2\"}"})
  void a_body_must_be_an_object(String body) throws Exception {
    assertBadField(caller.post(body, aPayment().uetr(), BankCaller.TOKEN), "");
  }

  @Test
  void the_key_must_be_the_uetr() throws Exception {
    String another = Payment.attempt(2).uetr();
    assertBadField(caller.post(aPayment().json(), another, BankCaller.TOKEN), "Idempotency-Key");
  }

  @Test
  void the_key_must_be_there() throws Exception {
    Answered answered =
        caller.send(
            caller
                .request("/payments", BankCaller.TOKEN)
                .POST(BodyPublishers.ofString(aPayment().json())));
    assertBadField(answered, "Idempotency-Key");
  }

  @Test
  void a_question_must_name_a_uetr() throws Exception {
    assertBadField(caller.ask("1"), "uetr");
  }

  @Test
  void a_body_has_a_bound() throws Exception {
    String padding = " ".repeat(PaymentBodies.BYTES_MAX);
    assertThat(
            caller
                .post(padding + aPayment().json(), aPayment().uetr(), BankCaller.TOKEN)
                .httpStatus())
        .isEqualTo(413);
  }

  @Test
  void a_caller_needs_the_token() throws Exception {
    assertThat(caller.post(aPayment().json(), aPayment().uetr(), "wrong").httpStatus())
        .isEqualTo(401);
    assertThat(caller.send(caller.request("/payments/" + aPayment().uetr(), "wrong")).httpStatus())
        .isEqualTo(401);
  }

  @Test
  void other_addresses_and_methods_do_not_exist() throws Exception {
    for (String path : List.of("/", "/payments", "/payments-of-others")) {
      assertThat(caller.send(caller.request(path, BankCaller.TOKEN)).httpStatus()).isEqualTo(404);
    }
    var delete = caller.request("/payments/" + aPayment().uetr(), BankCaller.TOKEN).DELETE();
    assertThat(caller.send(delete).httpStatus()).isEqualTo(404);
  }

  private static void assertBadField(Answered answered, String field) {
    assertThat(answered.httpStatus()).isEqualTo(400);
    assertThat(answered.body().findValuesAsText("field")).containsExactly(field);
  }
}
