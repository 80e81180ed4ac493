package com.cargobond.events;

import com.cargobond.domain.deposit.RefundId;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.payment.OpeningHours;
import com.cargobond.domain.payment.RailName;
import com.cargobond.store.deposit.DepositLedger;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refunds through the bank that this deployment is configured for. */
@ApplicationScoped
class Bank {

  private static final String ALWAYS_OPEN = "always";
  private static final String AT_ONCE = "at-once";
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

  private final DepositLedger desk;
  private final ObjectMapper json;
  private final Optional<URI> url;
  private final Optional<String> token;
  private final OpeningHours hours;
  private Optional<RefundPayments> payments = Optional.empty();

  /**
   * Connects to nothing yet.
   *
   * @param hours {@code always} for a bank that takes payments at any time; the table's otherwise
   * @param retries {@code at-once} to practise with a bank, where nobody waits for days; the
   *     table's distances otherwise
   */
  Bank(
      FunctionLedger ledger,
      ObjectMapper json,
      @ConfigProperty(name = "cargobond.bank.url") Optional<URI> url,
      @ConfigProperty(name = "cargobond.bank.token") Optional<String> token,
      @ConfigProperty(name = "cargobond.bank.hours") Optional<String> hours,
      @ConfigProperty(name = "cargobond.bank.retries") Optional<String> retries) {
    this.desk = new DepositLedger(ledger.get());
    this.json = json;
    this.url = url;
    // A file that it was put in from ends with a line break.
    this.token = token.map(String::strip);
    OpeningHours open =
        hours.filter(ALWAYS_OPEN::equals).isPresent()
            ? OpeningHours.always()
            : OpeningHours.of(RailName.BANK);
    this.hours = retries.filter(AT_ONCE::equals).isPresent() ? open.retryingAtOnce() : open;
  }

  /**
   * Takes the next step on a refund.
   *
   * @throws IllegalStateException if the bank's address or token is not configured
   * @throws NoAnswer if the bank did not say what became of a payment
   */
  void seeTo(RefundId refund) {
    payments().seeTo(refund);
  }

  private synchronized RefundPayments payments() {
    RefundPayments connected =
        payments.orElseGet(
            () ->
                new RefundPayments(
                    desk,
                    new BankPayments(
                        required(url, "cargobond.bank.url"),
                        required(token, "cargobond.bank.token"),
                        json,
                        ANSWER_WITHIN),
                    hours,
                    Clock.systemUTC(),
                    () -> new Uetr(UUID.randomUUID().toString())));
    payments = Optional.of(connected);
    return connected;
  }

  private static <T> T required(Optional<T> setting, String name) {
    return setting.orElseThrow(() -> new IllegalStateException(name + " is not set"));
  }
}
