package com.cargobond.local.reconcile;

import com.cargobond.domain.deposit.DepositId;
import com.cargobond.domain.deposit.RefundId;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.input.BrokenRule;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks a running system for what the bank's statement and Customs' list must show. */
public final class LedgerClient implements AutoCloseable {

  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

  /**
   * How far the ledger's day of a payment may lie from the bank's, where no id tells which it is.
   */
  private static final int DAYS_AROUND = 7;

  private static final int STATUS_OK = 200;
  private static final int STATUS_NOT_FOUND = 404;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String api;
  private final String refunds;
  private final String token;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_WITHIN)
          .build();

  /**
   * Asks one system.
   *
   * @param base the system's address, such as {@code http://localhost:8080}
   * @param token a bearer token of BANK or OPS
   */
  public LedgerClient(URI base, String token) {
    this.api = base.toString().replaceAll("/+$", "") + "/v1";
    this.refunds = api + "/refunds";
    this.token = token;
  }

  /**
   * Every attempt at the refunds that were paid or came back in the statement's period, and at
   * those that its entries name: the ledger may have heard of them on another day, or not yet.
   *
   * @throws IOException if the system does not answer, or not with refunds
   */
  public List<LedgerPayment> paymentsFor(Statement statement)
      throws IOException, InterruptedException {
    List<LedgerPayment> payments = new ArrayList<>(paidIn(statement.from(), statement.to()));
    Set<String> known =
        payments.stream().map(LedgerPayment::endToEndId).collect(Collectors.toSet());
    for (StatementEntry entry : statement.entries()) {
      String named = entry.endToEndId().orElse("");
      if (isRefundId(named) && known.add(named)) {
        payments.addAll(attemptsAt(named));
      }
    }
    if (namesOnlyUetrsOfOthers(statement, payments)) {
      payments.addAll(
          paidIn(statement.from().minusDays(DAYS_AROUND), statement.to().plusDays(DAYS_AROUND)));
    }
    return payments;
  }

  @Override
  public void close() {
    http.close();
  }

  /**
   * The approvals that Customs decided on in a period.
   *
   * @param to included
   * @throws IOException if the system does not answer, or not with approvals
   */
  public List<LedgerDecision> decisionsOf(LocalDate from, LocalDate to)
      throws IOException, InterruptedException {
    List<LedgerDecision> decisions = new ArrayList<>();
    for (JsonNode approval : listed("approvals", from, to)) {
      decisions.add(LedgerApprovals.decision(approval.path("depositId").asText(), approval));
    }
    return decisions;
  }

  /**
   * Every approval on some deposits; those that the ledger does not know have none.
   *
   * @throws IOException if the system does not answer, or not with deposits
   */
  public List<LedgerDecision> decisionsAbout(Set<DepositId> deposits)
      throws IOException, InterruptedException {
    List<LedgerDecision> decisions = new ArrayList<>();
    for (DepositId id : deposits) {
      Optional<JsonNode> deposit = get(URI.create(api + "/deposits/" + id));
      if (deposit.isPresent()) {
        for (JsonNode approval : deposit.get().path("approvals")) {
          decisions.add(LedgerApprovals.decision(id.value(), approval));
        }
      }
    }
    return decisions;
  }

  /** Whether an entry is known by its UETR alone, and is none of the payments found so far. */
  private static boolean namesOnlyUetrsOfOthers(Statement statement, List<LedgerPayment> payments) {
    Set<Uetr> known = payments.stream().map(LedgerPayment::uetr).collect(Collectors.toSet());
    return statement.entries().stream()
        .filter(entry -> !isRefundId(entry.endToEndId().orElse("")))
        .flatMap(entry -> entry.uetr().stream())
        .anyMatch(uetr -> !known.contains(uetr));
  }

  private List<LedgerPayment> paidIn(LocalDate from, LocalDate to)
      throws IOException, InterruptedException {
    List<LedgerPayment> payments = new ArrayList<>();
    for (JsonNode refund : listed("refunds", from, to)) {
      payments.addAll(LedgerRefunds.payments(refund));
    }
    return payments;
  }

  /** All pages of what the system lists for a period under a name. */
  private List<JsonNode> listed(String name, LocalDate from, LocalDate to)
      throws IOException, InterruptedException {
    List<JsonNode> items = new ArrayList<>();
    String period = api + "/" + name + "?from=" + from + "&to=" + to;
    Optional<String> after = Optional.of("");
    while (after.isPresent()) {
      URI page = URI.create(period + after.get());
      JsonNode answer = get(page).orElseThrow(() -> new IOException(page + " is not there"));
      if (!answer.path(name).isArray()) {
        throw new IOException(page + " does not answer with " + name);
      }
      answer.path(name).forEach(items::add);
      after =
          answer.hasNonNull("after")
              ? Optional.of("&after=" + answer.get("after").asText())
              : Optional.empty();
    }
    return items;
  }

  private List<LedgerPayment> attemptsAt(String refundId) throws IOException, InterruptedException {
    Optional<JsonNode> refund = get(URI.create(refunds + "/" + refundId));
    return refund.isEmpty() ? List.of() : LedgerRefunds.payments(refund.get());
  }

  private Optional<JsonNode> get(URI address) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(ANSWER_WITHIN)
            .header("Authorization", "Bearer " + token)
            .build();
    HttpResponse<String> response;
    try {
      response = http.send(request, BodyHandlers.ofString());
    } catch (ConnectException e) {
      throw new IOException("nothing answers at " + api + ": is ./cargobond run up?", e);
    }
    return switch (response.statusCode()) {
      case STATUS_OK -> Optional.of(json(address, response.body()));
      case STATUS_NOT_FOUND -> Optional.empty();
      default -> throw new IOException(address + " answers HTTP " + response.statusCode());
    };
  }

  private static JsonNode json(URI address, String body) throws IOException {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IOException(address + " does not answer with JSON", e);
    }
  }

  private static boolean isRefundId(String endToEndId) {
    try {
      new RefundId(endToEndId);
      return true;
    } catch (BrokenRule another) {
      return false;
    }
  }
}
