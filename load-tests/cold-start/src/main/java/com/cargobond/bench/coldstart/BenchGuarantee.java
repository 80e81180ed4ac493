package com.cargobond.bench.coldstart;

import com.cargobond.domain.identity.Uscc;
import com.cargobond.local.guarantee.GuaranteeClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The bench's one guarantee in force, issued and registered through the API itself. */
final class BenchGuarantee {

  /** Who the bank answers for. */
  static final Uscc PRINCIPAL = new Uscc("91310115MA1AB2C343");

  static final String REGISTRATION_NO = "GB-COLD-START";

  private static final String NUMBER = "LG-COLD-START";

  private final ColdApi api;
  private final GuaranteeClient guarantee;

  private BenchGuarantee(ColdApi api, GuaranteeClient guarantee) {
    this.api = api;
    this.guarantee = guarantee;
  }

  /** Issues and registers it in empty tables. */
  static BenchGuarantee open(ColdApi api) {
    return new BenchGuarantee(
        api,
        GuaranteeClient.open(
            api,
            new GuaranteeClient.Application(
                NUMBER, NUMBER, application(LocalDate.now()), REGISTRATION_NO)));
  }

  /** The event of somebody who looks at it. */
  byte[] look() {
    return api.look("BANK", guarantee.path()).event();
  }

  /**
   * Checks the response to a {@link #look()}.
   *
   * @throws BenchFailure if it does not show this guarantee in force
   */
  static void requireShown(byte[] response) {
    JsonNode body = ColdApi.success(response).body();
    if (!body.path("status").asText().equals("ACTIVE")) {
      throw new BenchFailure("the API showed no guarantee in force: " + body);
    }
  }

  /** What is reserved on it, in yuan. */
  BigDecimal reserved() {
    JsonNode reserved = guarantee.position().path("reserved");
    return new BigDecimal(reserved.path("amount").asText(reserved.asText()));
  }

  private static String application(LocalDate today) {
    return """
        {"number": "%s", "type": "GENERAL", "purposes": ["PAYMENT_TERM"],
         "principal": {"uscc": "%s", "customsRegistrationNo": "3122260001", "name": "Example Express"},
         "guarantor": {"bic": "COMMCNSH", "cnaps": "313651027012", "name": "Example Bank"},
         "beneficiaries": ["*"], "limit": {"amount": "10000000.00", "currency": "CNY"},
         "revolving": true, "coverFrom": "%s", "coverTo": "%s", "suretyshipTo": "%s"}"""
        .formatted(
            NUMBER, PRINCIPAL.value(), today.minusDays(2), today.plusYears(1), today.plusYears(2));
  }
}
