package com.cargobond.bench.coldstart;

import com.cargobond.domain.identity.Uscc;
import com.cargobond.local.identity.Caller;
import com.cargobond.local.identity.Role;
import com.cargobond.local.identity.Tokens;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;

/** One guarantee in force, issued and registered through the API itself. */
final class Undertaking {

  /** Who the bank answers for. */
  static final Uscc PRINCIPAL = new Uscc("91310115MA1AB2C343");

  static final String REGISTRATION_NO = "GB-COLD-START";

  private final LambdaFunction api;
  private final Tokens tokens;
  private final String path;

  private Undertaking(LambdaFunction api, Tokens tokens, String path) {
    this.api = api;
    this.tokens = tokens;
    this.path = path;
  }

  /** Issues and registers it in empty tables. */
  static Undertaking open(LambdaFunction api, Tokens tokens) {
    String bank = tokens.sign(Caller.of(Role.BANK));
    ApiAnswer issued =
        call(api, ApiRequest.post("/v1/guarantees", bank, application(LocalDate.now())));
    String path = "/v1/guarantees/" + issued.body().path("guaranteeId").asText();
    String customs = tokens.sign(Caller.of(Role.CUSTOMS));
    String registration = "{\"registrationNo\": \"%s\"}".formatted(REGISTRATION_NO);
    call(api, ApiRequest.post(path + "/registration", customs, registration));
    return new Undertaking(api, tokens, path);
  }

  /** The event of somebody who looks at it. */
  byte[] look() {
    return ApiRequest.get(path, tokens.sign(Caller.of(Role.BANK))).event();
  }

  /**
   * Checks the response to a {@link #look()}.
   *
   * @throws BenchFailure if it does not show this guarantee in force
   */
  void requireShown(byte[] response) {
    JsonNode body = ApiAnswer.ofSuccess(response).body();
    if (!body.path("status").asText().equals("ACTIVE")) {
      throw new BenchFailure("the API showed no guarantee in force: " + body);
    }
  }

  /** What is reserved on it, in yuan. */
  BigDecimal reserved() {
    JsonNode reserved =
        ApiAnswer.ofSuccess(api.start(look()).answer()).body().path("position").path("reserved");
    return new BigDecimal(reserved.path("amount").asText(reserved.asText()));
  }

  private static ApiAnswer call(LambdaFunction api, ApiRequest request) {
    return ApiAnswer.ofSuccess(api.start(request.event()).answer());
  }

  private static String application(LocalDate today) {
    return """
        {"number": "LG-COLD-START", "type": "GENERAL", "purposes": ["PAYMENT_TERM"],
         "principal": {"uscc": "%s", "customsRegistrationNo": "3122260001", "name": "Example Express"},
         "guarantor": {"bic": "COMMCNSH", "cnaps": "313651027012", "name": "Example Bank"},
         "beneficiaries": ["*"], "limit": {"amount": "10000000.00", "currency": "CNY"},
         "revolving": true, "coverFrom": "%s", "coverTo": "%s", "suretyshipTo": "%s"}"""
        .formatted(PRINCIPAL.value(), today.minusDays(2), today.plusYears(1), today.plusYears(2));
  }
}
