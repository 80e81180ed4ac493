package com.cargobond.events.payment;

import com.cargobond.domain.payment.OpeningHours;
import com.cargobond.domain.payment.RailName;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The bank that this deployment is configured for. */
@Singleton
class Bank {

  private static final String ALWAYS_OPEN = "always";
  private static final String AT_ONCE = "at-once";
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

  private final ObjectMapper json;
  private final Optional<URI> url;
  private final Optional<String> token;
  private final OpeningHours hours;
  private Optional<BankRail> rail = Optional.empty();

  /**
   * Connects to nothing yet.
   *
   * @param hours {@code always} for a bank that takes payments at any time; the table's otherwise
   * @param retries {@code at-once} to practise with a bank, where nobody waits for days; the
   *     table's distances otherwise
   */
  Bank(
      ObjectMapper json,
      @ConfigProperty(name = "cargobond.bank.url") Optional<URI> url,
      @ConfigProperty(name = "cargobond.bank.token") Optional<String> token,
      @ConfigProperty(name = "cargobond.bank.hours") Optional<String> hours,
      @ConfigProperty(name = "cargobond.bank.retries") Optional<String> retries) {
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
   * The rail to it, the same each time.
   *
   * @throws IllegalStateException if the bank's address or token is not configured
   */
  synchronized Rail rail() {
    BankRail connected =
        rail.orElseGet(
            () ->
                new BankRail(
                    required(url, "cargobond.bank.url"),
                    required(token, "cargobond.bank.token"),
                    json,
                    ANSWER_WITHIN,
                    hours));
    rail = Optional.of(connected);
    return connected;
  }

  private static <T> T required(Optional<T> setting, String name) {
    return setting.orElseThrow(() -> new IllegalStateException(name + " is not set"));
  }
}
