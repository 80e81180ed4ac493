package com.cargobond.local.bank;

import static com.cargobond.local.bank.Payment.attempt;
import static com.cargobond.local.bank.PaymentState.ACCEPTED;
import static com.cargobond.local.bank.PaymentState.SETTLED;
import static com.cargobond.local.bank.PaymentState.rejected;
import static com.cargobond.local.bank.PaymentState.returned;
import static com.cargobond.local.bank.TestBank.NOW;
import static com.cargobond.local.bank.TestBank.always;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.money.Money;
import com.cargobond.local.file.BareTimes;
import com.cargobond.local.reconcile.Direction;
import com.cargobond.local.reconcile.Statement;
import com.cargobond.local.reconcile.StatementEntry;
import com.cargobond.local.reconcile.StatementReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the bank writes on a day's statement is what a holder of the account reads. */
class StatementWriterTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 17);

  private final BankBook book = BankBook.inMemory();

  @Test
  void what_settled_and_what_came_back_are_entries() throws Exception {
    PaymentOrder paid = attempt("paid", 1).order();
    PaymentOrder back = attempt("back", 2).order();
    book.take(paid, always(SETTLED), NOW);
    book.take(back, always(ACCEPTED, SETTLED, returned(BankReason.AC04)), NOW);
    book.proceed(back.uetr(), NOW);
    book.proceed(back.uetr(), NOW);

    Statement statement = read(TODAY).getFirst();

    assertThat(statement.from()).isEqualTo(TODAY);
    assertThat(statement.to()).isEqualTo(TODAY);
    assertThat(statement.account()).isEqualTo("REFUNDS-CNY");
    assertThat(statement.currency()).isEqualTo(paid.amount().currency());
    assertThat(statement.entries())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("line")
        .containsExactly(
            entry(paid, Direction.DEBIT, Optional.empty()),
            entry(back, Direction.DEBIT, Optional.empty()),
            entry(back, Direction.CREDIT, Optional.of("AC04")));
    assertThat(statement.entries()).extracting(StatementEntry::line).doesNotHaveDuplicates();
  }

  @Test
  void what_was_not_paid_is_no_entry() throws Exception {
    book.take(attempt("rejected", 1).order(), always(rejected(BankReason.MS03)), NOW);
    book.take(attempt("accepted", 2).order(), always(ACCEPTED, SETTLED), NOW);

    assertThat(read(TODAY).getFirst().entries()).isEmpty();
  }

  @Test
  void each_day_of_china_has_its_own_entries() throws Exception {
    PaymentOrder late = attempt("late", 1).order();
    book.take(late, always(SETTLED), TODAY.atTime(15, 59, 59).toInstant(ZoneOffset.UTC));
    PaymentOrder next = attempt("next", 2).order();
    book.take(next, always(SETTLED), TODAY.atTime(16, 0).toInstant(ZoneOffset.UTC));

    assertThat(endToEndIds(TODAY)).containsExactly("late");
    assertThat(endToEndIds(TODAY.plusDays(1))).containsExactly("next");
    assertThat(endToEndIds(TODAY.plusDays(2))).isEmpty();
  }

  @Test
  void the_balances_carry_on_from_day_to_day() {
    book.take(attempt("one", 1).order(), always(SETTLED), NOW);
    book.take(attempt("two", 2).order(), always(SETTLED), NOW.plus(Duration.ofDays(1)));

    String xml = StatementWriter.write(book.journal(), TODAY.plusDays(1), NOW);

    assertThat(xml)
        .containsSubsequence(
            "OPBD", "\"CNY\">692.30<", "DBIT", "CLBD", "\"CNY\">1384.60<", "DBIT", "<Ntry>");
  }

  @Test
  void every_currency_has_a_statement() throws Exception {
    book.take(attempt("yuan", 1).order(), always(SETTLED), NOW);
    PaymentOrder inYuan = attempt("yen", 2).order();
    PaymentOrder yen =
        new PaymentOrder(
            inYuan.endToEndId(),
            inYuan.uetr(),
            Money.parse("692", Money.currency("JPY")),
            inYuan.creditor());
    book.take(yen, always(SETTLED), NOW);

    List<Statement> statements = read(TODAY);

    assertThat(statements)
        .extracting(Statement::account)
        .containsExactly("REFUNDS-CNY", "REFUNDS-JPY");
    assertThat(statements.get(1).entries())
        .extracting(StatementEntry::amount)
        .containsExactly(yen.amount());
  }

  @Test
  void the_bank_hands_a_statement_out_to_whoever_has_its_token() throws Exception {
    book.take(attempt("paid", 1).order(), always(SETTLED), NOW);
    try (StandInBank bank = TestBank.bank(always(SETTLED), book)) {
      URI address = bank.url().resolve("/statements/" + TODAY);

      HttpResponse<String> answer = get(address, BankCaller.TOKEN);

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/xml");
      assertThat(answer.body()).isEqualTo(StatementWriter.write(book.journal(), TODAY, NOW));
      assertThat(get(address, "another").statusCode()).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "today", "2026-02-30", "2026-3-17", "+999999999-12-31"})
  void a_day_that_is_none_has_no_statement(String day) throws Exception {
    try (StandInBank bank = TestBank.bank(always(SETTLED), book)) {
      HttpResponse<String> answer = get(bank.url().resolve("/statements/" + day), BankCaller.TOKEN);

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("must be a date such as 2026-03-17");
    }
  }

  private static StatementEntry entry(
      PaymentOrder order, Direction direction, Optional<String> reason) {
    return new StatementEntry(
        direction,
        order.amount(),
        Optional.of(TODAY),
        Optional.of(order.endToEndId()),
        Optional.of(order.uetr()),
        reason.isPresent(),
        reason,
        0);
  }

  private List<String> endToEndIds(LocalDate day) throws Exception {
    return read(day).getFirst().entries().stream()
        .map(entry -> entry.endToEndId().orElseThrow())
        .toList();
  }

  private List<Statement> read(LocalDate day) throws Exception {
    String xml = StatementWriter.write(book.journal(), day, NOW);
    List<Statement> statements =
        StatementReader.read(
            Path.of("statement.xml"), xml.getBytes(StandardCharsets.UTF_8), BareTimes.OF_CHINA);
    assertThat(statements).allMatch(statement -> statement.findings().isEmpty());
    return statements;
  }

  private static HttpResponse<String> get(URI address, String token) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token).build(),
          BodyHandlers.ofString());
    }
  }
}
