package com.cargobond.local.bank;

import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.input.Violation;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A bank's payment API on this machine. {@code POST /payments} books each payment at most once and
 * answers a repetition as the first time; {@code GET /payments/{uetr}} tells where one stands;
 * {@code GET /statements/{date}} is the account statement of a day in China.
 */
public final class StandInBank implements AutoCloseable {

  private static final String PAY = "POST /payments";
  private static final String ASK = "GET /payments/";
  private static final String STATEMENT = "GET /statements/";
  private static final int UNAUTHORIZED = 401;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int TOO_LARGE = 413;
  private static final int SERVER_ERROR = 500;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final String authorization;
  private final BankSchedule schedule;
  private final BankBook book;
  private final LaterOutcomes laterOutcomes;
  private final BankDelays delays;
  private final Clock clock;

  /**
   * Opens the bank, and carries on with what its book has left to do.
   *
   * @param port where on this machine; 0 for any free one
   * @param token the bearer token that callers need
   * @param book stays open when the bank closes
   * @throws UncheckedIOException if the port cannot be used
   */
  public StandInBank(
      int port,
      String token,
      BankSchedule schedule,
      BankBook book,
      OutcomeNotifier notifier,
      BankDelays delays,
      Clock clock) {
    this.authorization = "Bearer " + token;
    this.schedule = schedule;
    this.book = book;
    this.delays = delays;
    this.clock = clock;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException taken) {
      throw new UncheckedIOException("port " + port + " cannot be used", taken);
    }
    laterOutcomes = new LaterOutcomes(book, notifier, delays, clock);
    book.unfinished().forEach(uetr -> laterOutcomes.follow(uetr, 1));
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Where it answers, such as {@code http://127.0.0.1:8090}. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    threads.close();
    laterOutcomes.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(PaymentBodies.BYTES_MAX + 1);
      String call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
      if (!authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        BankResponse.problem(UNAUTHORIZED, "Send a valid bearer token").send(exchange);
      } else if (call.equals(PAY)) {
        pay(exchange, body);
      } else if (call.startsWith(ASK)) {
        status(call.substring(ASK.length())).send(exchange);
      } else if (call.startsWith(STATEMENT)) {
        statement(call.substring(STATEMENT.length())).send(exchange);
      } else {
        BankResponse.problem(NOT_FOUND, "Not found").send(exchange);
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void pay(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
    if (body.length > PaymentBodies.BYTES_MAX) {
      BankResponse.problem(TOO_LARGE, "The body is too large").send(exchange);
      return;
    }
    PaymentOrder order;
    try {
      String key = exchange.getRequestHeaders().getFirst(PaymentBodies.KEY_HEADER);
      order = PaymentBodies.read(body, key);
    } catch (InvalidInput invalid) {
      BankResponse.problem(invalid).send(exchange);
      return;
    }
    Receipt receipt = book.take(order, schedule, clock.instant());
    try {
      answer(exchange, order, receipt);
    } finally {
      // A caller that hangs up does not change what becomes of its payment.
      if (receipt.notifications() > 0) {
        laterOutcomes.follow(order.uetr(), receipt.notifications());
      }
    }
  }

  /** Without an answer, closing the exchange closes the connection. */
  private void answer(HttpExchange exchange, PaymentOrder order, Receipt receipt)
      throws IOException, InterruptedException {
    switch (receipt.answer()) {
      case DROP_BEFORE_BOOKING, DROP_AFTER_BOOKING -> {}
      case ERROR_BEFORE_BOOKING, ERROR_AFTER_BOOKING ->
          BankResponse.problem(SERVER_ERROR, "Something went wrong").send(exchange);
      case SLOW -> {
        Thread.sleep(delays.slowAnswer());
        reply(order, receipt).send(exchange);
      }
      case AT_ONCE -> reply(order, receipt).send(exchange);
    }
  }

  private static BankResponse reply(PaymentOrder order, Receipt receipt) {
    Booking first = receipt.first().orElseThrow();
    return first.order().equals(order)
        ? BankResponse.toPayment(first.state())
        : BankResponse.problem(CONFLICT, "The uetr is another payment's");
  }

  private BankResponse statement(String date) {
    try {
      LocalDate day = LocalDate.parse(date);
      return BankResponse.statement(StatementWriter.write(book.journal(), day, clock.instant()));
    } catch (DateTimeException noSuchDay) {
      return BankResponse.problem(
          new InvalidInput(List.of(new Violation("date", "must be a date such as 2026-03-17"))));
    }
  }

  private BankResponse status(String uetr) {
    try {
      return book.state(new Uetr(uetr))
          .map(BankResponse::toQuestion)
          .orElseGet(() -> BankResponse.problem(NOT_FOUND, "No such payment has arrived"));
    } catch (BrokenRule broken) {
      return BankResponse.problem(
          new InvalidInput(List.of(new Violation("uetr", broken.getMessage()))));
    }
  }
}
