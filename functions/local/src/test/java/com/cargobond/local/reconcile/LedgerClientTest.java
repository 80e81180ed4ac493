package com.cargobond.local.reconcile;

import static com.cargobond.local.reconcile.APayment.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cargobond.domain.deposit.Decision;
import com.cargobond.domain.deposit.DepositId;
import com.cargobond.domain.money.Money;
import com.cargobond.domain.payment.ApprovalNo;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of a running system, and what is made of its answers. */
class LedgerClientTest {

  private static final String PERIOD = "/v1/refunds?from=2026-11-02&to=2026-11-02";
  private static final APayment SETTLED = APayment.number(1).settled();
  private static final APayment RETURNED = APayment.number(2).returned();
  private static final APayment FLYING = APayment.number(3);
  private static final LedgerDecision REFUSED =
      new LedgerDecision(
          new DepositId("DEP-1"),
          new ApprovalNo("A1"),
          Decision.Kind.CONVERSION,
          Money.parse("1.00", Money.currency("CNY")),
          Decision.Standing.REFUSED,
          Optional.of("MORE_THAN_HELD"));

  private final Map<String, String> answers = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private HttpServer system;

  @BeforeEach
  void start() throws IOException {
    system = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    system.createContext(
        "/",
        exchange -> {
          String question = exchange.getRequestURI().toString();
          asked.add(exchange.getRequestHeaders().getFirst("Authorization") + " " + question);
          String answer = answers.get(question);
          byte[] body = (answer == null ? "{}" : answer).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(answer == null ? 404 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    system.start();
  }

  @AfterEach
  void stop() {
    system.stop(0);
  }

  @Test
  void every_page_of_the_period_is_read() throws Exception {
    answers.put(PERIOD, "{\"refunds\": [" + json(SETTLED) + "], \"after\": \"DEP-1\"}");
    answers.put(PERIOD + "&after=DEP-1", "{\"refunds\": [], \"after\": \"DEP-2\"}");
    answers.put(PERIOD + "&after=DEP-2", "{\"refunds\": [" + json(RETURNED) + "]}");

    assertThat(paymentsFor(statement())).containsExactly(SETTLED.inLedger(), RETURNED.inLedger());
    assertThat(asked)
        .containsExactly(
            "Bearer token " + PERIOD,
            "Bearer token " + PERIOD + "&after=DEP-1",
            "Bearer token " + PERIOD + "&after=DEP-2");
  }

  @Test
  void a_payment_is_what_is_refunded_and_its_interest() throws Exception {
    answers.put(PERIOD, "{\"refunds\": [" + json(SETTLED).replace("\"0.00\"", "\"0.17\"") + "]}");

    assertThat(paymentsFor(statement()))
        .extracting(LedgerPayment::amount)
        .containsExactly(Money.parse("692.47", Money.currency("CNY")));
  }

  @Test
  void a_payment_that_only_its_uetr_names_is_looked_for_on_the_days_around() throws Exception {
    APayment next = APayment.number(5).settled("2026-11-03T01:00:00Z");
    answers.put(PERIOD, "{\"refunds\": []}");
    answers.put("/v1/refunds?from=2026-10-26&to=2026-11-09", "{\"refunds\": [" + json(next) + "]}");
    StatementEntry booked = next.booked();
    StatementEntry unnamed =
        new StatementEntry(
            booked.direction(),
            booked.amount(),
            booked.bookedOn(),
            Optional.empty(),
            booked.uetr(),
            false,
            Optional.empty(),
            1);

    assertThat(paymentsFor(statement(unnamed))).containsExactly(next.inLedger());
  }

  @Test
  void a_refund_that_only_the_statement_names_is_looked_up_once() throws Exception {
    answers.put(PERIOD, "{\"refunds\": [" + json(SETTLED) + "]}");
    answers.put("/v1/refunds/" + FLYING.inLedger().endToEndId(), json(FLYING));
    StatementEntry unknown = APayment.number(4).booked();

    assertThat(
            paymentsFor(statement(SETTLED.booked(), FLYING.booked(), FLYING.cameBack(), unknown)))
        .containsExactly(SETTLED.inLedger(), FLYING.inLedger());
    assertThat(asked)
        .containsExactly(
            "Bearer token " + PERIOD,
            "Bearer token /v1/refunds/" + FLYING.inLedger().endToEndId(),
            "Bearer token /v1/refunds/" + unknown.endToEndId().orElseThrow());
  }

  @Test
  void every_page_of_the_periods_approvals_is_read() throws Exception {
    String period = "/v1/approvals?from=2026-11-02&to=2026-11-02";
    answers.put(
        period,
        "{\"approvals\": [" + approval("\"depositId\": \"DEP-1\", ") + "], \"after\": \"DEP-1\"}");
    answers.put(period + "&after=DEP-1", "{\"approvals\": []}");

    try (LedgerClient client = client()) {
      assertThat(client.decisionsOf(APayment.DAY, APayment.DAY)).containsExactly(REFUSED);
    }
  }

  @Test
  void the_approvals_on_a_deposit_are_read_and_an_unknown_one_has_none() throws Exception {
    answers.put("/v1/deposits/DEP-1", "{\"approvals\": [" + approval("") + "]}");

    try (LedgerClient client = client()) {
      assertThat(client.decisionsAbout(Set.of(new DepositId("DEP-1"), new DepositId("DEP-2"))))
          .containsExactly(REFUSED);
    }
  }

  private static String approval(String depositId) {
    return """
    {%s"approvalNo": "A1", "decision": "CONVERSION", "standing": "REFUSED",
     "amount": {"amount": "1.00", "currency": "CNY"}, "refusal": "MORE_THAN_HELD"}
    """
        .formatted(depositId);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello",
        "{}",
        "[]",
        "{\"refunds\": [{}]}",
        "{\"refunds\": [{\"depositId\": \"D\", \"amount\": {\"amount\": \"1\"}}]}",
      })
  void what_does_not_answer_with_refunds_is_no_ledger(String answer) {
    answers.put(PERIOD, answer);

    assertThatThrownBy(() -> paymentsFor(statement()))
        .isInstanceOf(IOException.class)
        .message()
        .contains("does not answer with")
        .hasLineCount(1);
  }

  @Test
  void a_refused_question_is_told_with_its_status() {
    assertThatThrownBy(() -> paymentsFor(statement()))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith(PERIOD + " is not there");
  }

  @Test
  void that_nothing_answers_is_said() {
    stop();

    assertThatThrownBy(() -> paymentsFor(statement()))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("nothing answers at ")
        .hasMessageEndingWith("is ./cargobond run up?");
  }

  private List<LedgerPayment> paymentsFor(Statement statement) throws Exception {
    try (LedgerClient client = client()) {
      return client.paymentsFor(statement);
    }
  }

  private LedgerClient client() {
    URI url = URI.create("http://localhost:" + system.getAddress().getPort() + "/");
    return new LedgerClient(url, "token");
  }

  private static String json(APayment payment) {
    LedgerPayment inLedger = payment.inLedger();
    return """
    {"depositId": "%s", "endToEndId": "%s", "amount": {"amount": "%s", "currency": "%s"},
     "interest": {"amount": "0.00", "currency": "CNY"},
     "attempts": [{"uetr": "%s", "sentAt": "%s", "outcome": %s, "settledAt": %s, "decidedAt": %s}]}
    """
        .formatted(
            inLedger.deposit(),
            inLedger.endToEndId(),
            inLedger.amount().decimal(),
            inLedger.amount().currency(),
            inLedger.uetr(),
            inLedger.sentAt(),
            quoted(inLedger.outcome()),
            quoted(inLedger.settledAt()),
            quoted(inLedger.decidedAt()));
  }

  private static String quoted(Optional<?> value) {
    return value.map(present -> "\"" + present + "\"").orElse("null");
  }
}
