package com.cargobond.local.bank;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Posts outcomes to the API of a running system; a payment's end-to-end id is the refund's id. */
public final class HttpOutcomeNotifier implements OutcomeNotifier, AutoCloseable {

  private static final Logger LOG = Logger.getLogger(HttpOutcomeNotifier.class);
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
  private static final int SUCCESS = 2;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String refunds;
  private final Supplier<String> token;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_WITHIN)
          .build();

  /**
   * Tells one system.
   *
   * @param base the system's address, such as {@code http://localhost:8080}
   * @param token a bank's token, asked for before each call since tokens expire
   */
  public HttpOutcomeNotifier(URI base, Supplier<String> token) {
    this.refunds = base.toString().replaceAll("/+$", "") + "/v1/refunds/";
    this.token = token;
  }

  @Override
  public boolean tell(Booking outcome) throws InterruptedException {
    ObjectNode body = JSON.createObjectNode();
    body.put("uetr", outcome.uetr().value()).put("outcome", outcome.status().name());
    outcome.state().reason().ifPresent(reason -> body.put("reason", reason.name()));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(refunds + outcome.endToEndId() + "/outcome"))
            .timeout(ANSWER_WITHIN)
            .header("Authorization", "Bearer " + token.get())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()))
            .build();
    try {
      int status = http.send(request, BodyHandlers.discarding()).statusCode();
      LOG.debugf("outcome of %s: %d", outcome.uetr(), status);
      return status / 100 == SUCCESS;
    } catch (IOException unanswered) {
      LOG.debugf("outcome of %s: %s", outcome.uetr(), unanswered);
      return false;
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
