package com.cargobond.local.it;

import static com.cargobond.local.it.Requests.as;
import static com.cargobond.local.it.Requests.json;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;

/** A bank's application to issue a guarantee, in words. */
record Application(Map<String, Object> fields) {

  /** One that is in order, for an operator of its own. */
  static Application aGuarantee() {
    return new Application(
        Fields.of(
            "number",
            "LG-" + Ids.next(),
            "type",
            "GENERAL",
            "purposes",
            List.of("CONSOLIDATED", "PAYMENT_TERM", "TAX_ELEMENT"),
            "principal",
            Fields.of(
                "uscc",
                Ids.operator(),
                "customsRegistrationNo",
                "3122260001",
                "name",
                "Pudong Express"),
            "guarantor",
            Fields.of("bic", "COMMCNSH", "cnaps", "313651027012", "name", "Bank of Communications"),
            "beneficiaries",
            List.of("*"),
            "limit",
            Fields.money("10000.00"),
            "revolving",
            true,
            "coverFrom",
            "2026-01-01",
            "coverTo",
            "2027-06-30",
            "suretyshipTo",
            "2027-12-31"));
  }

  Application of(String operator) {
    return with("principal.uscc", operator);
  }

  Application withLimit(String amount) {
    return with("limit.amount", amount);
  }

  Application in(String currency) {
    return with("limit.currency", currency);
  }

  Application withSlices(int slices) {
    return with("slices", slices);
  }

  Application notRevolving() {
    return with("revolving", false);
  }

  Application with(String path, Object value) {
    return new Application(Fields.with(fields, path, value));
  }

  Application without(String path) {
    return new Application(Fields.without(fields, path));
  }

  String operator() {
    return (String) ((Map<?, ?>) fields.get("principal")).get("uscc");
  }

  /** The bank's call, whatever comes of it. */
  Response issue() {
    return json(as(Bearer.bank()), fields).post("/v1/guarantees");
  }

  /** Issued, and with Customs. */
  IssuedGuarantee submitted() {
    String id = issue().then().statusCode(201).extract().path("guaranteeId");
    return new IssuedGuarantee(id, operator(), "REG-" + id.substring(0, 8) + "-" + Ids.next());
  }

  /** Issued and registered. */
  IssuedGuarantee active() {
    IssuedGuarantee guarantee = submitted();
    json(as(Bearer.customs()), Fields.of("registrationNo", guarantee.registrationNo()))
        .post(guarantee.path() + "/registration")
        .then()
        .statusCode(200);
    return guarantee;
  }
}
