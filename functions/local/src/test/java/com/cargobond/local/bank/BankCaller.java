package com.cargobond.local.bank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Calls a bank as the product does. */
final class BankCaller implements AutoCloseable {

  static final String TOKEN = "the-banks-token";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI bank;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  BankCaller(URI bank) {
    this.bank = bank;
  }

  /** What came back. */
  record Answered(int httpStatus, JsonNode body) {

    String status() {
      return body.path("status").asText();
    }

    String reason() {
      return body.path("reason").asText();
    }
  }

  Answered pay(Payment payment) throws IOException, InterruptedException {
    return post(payment.json(), payment.uetr(), TOKEN);
  }

  Answered post(String body, String key, String token) throws IOException, InterruptedException {
    return send(
        request("/payments", token)
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body)));
  }

  Answered ask(String uetr) throws IOException, InterruptedException {
    return send(request("/payments/" + uetr, TOKEN));
  }

  Answered send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
    return new Answered(response.statusCode(), JSON.readTree(response.body()));
  }

  HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(bank.resolve(path)).header("Authorization", "Bearer " + token);
  }

  @Override
  public void close() {
    http.close();
  }
}
