package com.cargobond.events.payment;

import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.money.Money;
import com.cargobond.domain.payment.AccountHolder;
import com.cargobond.domain.payment.OpeningHours;
import com.cargobond.domain.payment.PayingSubject;
import com.cargobond.domain.payment.Payment;
import com.cargobond.domain.payment.PaymentOutcome;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The bank's payment API. */
public final class BankRail implements Rail {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
  private static final int OK = 200;
  private static final int ACCEPTED = 202;
  private static final int NOT_FOUND = 404;
  private static final int UNPROCESSABLE = 422;

  private final URI payments;
  private final String authorization;
  private final ObjectMapper json;
  private final Duration answerWithin;
  private final OpeningHours hours;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_WITHIN)
          .build();

  /**
   * The API of one bank.
   *
   * @param base its address, {@code https} unless it is on this machine
   * @param token the bearer token that it knows us by
   * @param answerWithin how long a whole answer may take, its body too
   * @param hours when it takes payments
   * @throws IllegalArgumentException if payments would cross a network in the clear
   */
  public BankRail(
      URI base, String token, ObjectMapper json, Duration answerWithin, OpeningHours hours) {
    if (!"https".equals(base.getScheme()) && !LOOPBACK.contains(String.valueOf(base.getHost()))) {
      throw new IllegalArgumentException("cargobond.bank.url must be https, not " + base);
    }
    this.payments = URI.create(base.toString().replaceAll("/+$", "") + "/payments");
    this.authorization = "Bearer " + token;
    this.json = json;
    this.answerWithin = answerWithin;
    this.hours = hours;
  }

  @Override
  public OpeningHours hours() {
    return hours;
  }

  @Override
  public PaymentAnswer pay(PayingSubject<?> owner, Payment payment, Uetr uetr) {
    String purpose = owner.paymentTerms().purpose();
    return answer(
        send(
            HttpRequest.newBuilder(payments)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", uetr.value())
                .POST(BodyPublishers.ofString(order(payment, uetr, purpose)))));
  }

  @Override
  public PaymentAnswer ask(Uetr uetr) {
    HttpResponse<String> response =
        send(HttpRequest.newBuilder(URI.create(payments + "/" + uetr)).GET());
    return response.statusCode() == NOT_FOUND ? new PaymentAnswer.NeverArrived() : answer(response);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    CompletableFuture<HttpResponse<String>> answer =
        http.sendAsync(
            request.header("Authorization", authorization).build(), BodyHandlers.ofString());
    try {
      // The request's own timeout would end with the headers: a body can stall too.
      return answer.get(answerWithin.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException silent) {
      answer.cancel(true);
      throw new NoAnswer("the bank did not answer in time", silent);
    } catch (ExecutionException unanswered) {
      throw new NoAnswer("the bank did not answer", unanswered.getCause());
    } catch (InterruptedException interrupted) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new NoAnswer("interrupted while the bank was asked", interrupted);
    }
  }

  private PaymentAnswer answer(HttpResponse<String> response) {
    int status = response.statusCode();
    if (status != OK && status != ACCEPTED && status != UNPROCESSABLE) {
      throw new NoAnswer("the bank answered " + status, null);
    }
    try {
      JsonNode body = json.readTree(response.body());
      Optional<String> reason = reason(body.path("reason").asText(""));
      return switch (body.path("status").asText()) {
        case "ACCEPTED" -> new PaymentAnswer.Accepted();
        case "SETTLED" -> new PaymentAnswer.Settled();
        case "REJECTED" -> new PaymentAnswer.Rejected(reason);
        case "RETURNED" -> new PaymentAnswer.Returned(reason);
        default -> throw new NoAnswer("the bank's answer has no status that we know", null);
      };
    } catch (JsonProcessingException malformed) {
      throw new NoAnswer("the bank's answer is no JSON", malformed);
    }
  }

  /** One that is no code is worth as much as none: the journal must stay writable. */
  private static Optional<String> reason(String text) {
    try {
      return Optional.of(PaymentOutcome.reasonCode(text));
    } catch (BrokenRule noCode) {
      return Optional.empty();
    }
  }

  private String order(Payment payment, Uetr uetr, String purpose) {
    ObjectNode order = json.createObjectNode();
    order.put("endToEndId", payment.id().value());
    order.put("uetr", uetr.value());
    Money amount = payment.amount();
    order
        .putObject("amount")
        .put("amount", amount.decimal())
        .put("currency", amount.currency().getCurrencyCode());
    AccountHolder payee = payment.payee();
    order
        .putObject("creditor")
        .put("name", payee.name())
        .put("account", payee.account().value())
        .put("cnaps", payee.cnaps().value());
    order.put("purpose", purpose);
    try {
      return json.writeValueAsString(order);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
