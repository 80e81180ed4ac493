package com.cargobond.local.reconcile;

import com.cargobond.domain.deposit.DepositId;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.money.Money;
import com.cargobond.domain.payment.PaymentOutcome;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads refunds as the API shows them. */
final class LedgerRefunds {

  private LedgerRefunds() {}

  /**
   * The attempts at a refund, each with what it was of. Versions before this one show that of the
   * refund alone.
   *
   * @throws IOException if it is no refund: another system may have answered
   */
  static List<LedgerPayment> payments(JsonNode refund) throws IOException {
    try {
      DepositId deposit = new DepositId(refund.path("depositId").asText());
      Money paid = money(refund.path("amount")).plus(money(refund.path("interest")));
      List<LedgerPayment> payments = new ArrayList<>();
      for (JsonNode attempt : refund.path("attempts")) {
        payments.add(
            new LedgerPayment(
                deposit,
                refund.path("endToEndId").asText(),
                attempt.has("payment") ? money(attempt.path("payment")) : paid,
                new Uetr(attempt.path("uetr").asText()),
                Instant.parse(attempt.path("sentAt").asText()),
                text(attempt, "outcome").map(PaymentOutcome::valueOf),
                text(attempt, "settledAt").map(Instant::parse),
                text(attempt, "decidedAt").map(Instant::parse)));
      }
      return payments;
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IOException("the system does not answer with refunds: " + e.getMessage(), e);
    }
  }

  static Money money(JsonNode amount) {
    return Money.parse(
        amount.path("amount").asText(), Money.currency(amount.path("currency").asText()));
  }

  private static Optional<String> text(JsonNode node, String field) {
    return node.hasNonNull(field) ? Optional.of(node.get(field).asText()) : Optional.empty();
  }
}
