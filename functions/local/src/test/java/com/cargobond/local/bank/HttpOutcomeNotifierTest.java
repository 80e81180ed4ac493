package com.cargobond.local.bank;

import static com.cargobond.local.bank.Payment.aPayment;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An outcome goes to the refund it belongs to, in the bank's name. */
class HttpOutcomeNotifierTest {

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private HttpServer api;
  private HttpOutcomeNotifier notifier;
  private int httpStatus = 200;

  @BeforeEach
  void start() throws IOException {
    api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    api.createContext("/", this::answer);
    api.start();
    URI url = URI.create("http://127.0.0.1:" + api.getAddress().getPort() + "/");
    notifier = new HttpOutcomeNotifier(url, () -> "a-banks-token");
  }

  @AfterEach
  void stop() {
    notifier.close();
    api.stop(0);
  }

  @Test
  void a_return_is_told_with_its_reason() throws Exception {
    assertThat(notifier.tell(outcome(PaymentState.returned(BankReason.AC04)))).isTrue();
    assertThat(requests)
        .containsExactly(
            "POST /v1/refunds/%s/outcome Bearer a-banks-token application/json "
                    .formatted(Payment.REFUND)
                + "{\"uetr\":\"%s\",\"outcome\":\"RETURNED\",\"reason\":\"AC04\"}"
                    .formatted(aPayment().uetr()));
  }

  @Test
  void a_settlement_has_no_reason() throws Exception {
    notifier.tell(outcome(PaymentState.SETTLED));
    assertThat(requests)
        .singleElement()
        .asString()
        .endsWith("{\"uetr\":\"%s\",\"outcome\":\"SETTLED\"}".formatted(aPayment().uetr()));
  }

  @Test
  void an_error_is_not_an_acceptance() throws Exception {
    httpStatus = 503;
    assertThat(notifier.tell(outcome(PaymentState.SETTLED))).isFalse();
    httpStatus = 404;
    assertThat(notifier.tell(outcome(PaymentState.SETTLED))).isFalse();
  }

  @Test
  void silence_is_not_an_acceptance() throws Exception {
    api.stop(0);
    assertThat(notifier.tell(outcome(PaymentState.SETTLED))).isFalse();
  }

  private static Booking outcome(PaymentState state) {
    return new Booking(aPayment().order(), TestBank.NOW, state, List.of());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.add(
          String.join(
              " ",
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              exchange.getRequestHeaders().getFirst("Authorization"),
              exchange.getRequestHeaders().getFirst("Content-Type"),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
      exchange.sendResponseHeaders(httpStatus, -1);
    }
  }
}
