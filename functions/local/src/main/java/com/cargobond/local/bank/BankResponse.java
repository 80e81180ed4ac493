package com.cargobond.local.bank;

import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.input.Violation;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What the bank answers. */
record BankResponse(int httpStatus, String contentType, String body) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int OK = 200;
  private static final int ACCEPTED = 202;
  private static final int BAD_REQUEST = 400;
  private static final int UNPROCESSABLE = 422;

  /** The answer to a payment that stands there. */
  static BankResponse toPayment(PaymentState state) {
    int httpStatus =
        switch (state.status()) {
          case ACCEPTED -> ACCEPTED;
          case SETTLED, RETURNED -> OK;
          case REJECTED -> UNPROCESSABLE;
        };
    return new BankResponse(httpStatus, "application/json", json(state));
  }

  /** The answer to the question where a payment stands. */
  static BankResponse toQuestion(PaymentState state) {
    return new BankResponse(OK, "application/json", json(state));
  }

  /** An account statement. */
  static BankResponse statement(String xml) {
    return new BankResponse(OK, "application/xml", xml);
  }

  static BankResponse problem(int httpStatus, String title) {
    return problem(problemBody(httpStatus, title));
  }

  static BankResponse problem(InvalidInput invalid) {
    ObjectNode body = problemBody(BAD_REQUEST, "The request breaks a rule");
    ArrayNode errors = body.putArray("errors");
    for (Violation violation : invalid.violations()) {
      errors.addObject().put("field", violation.field()).put("rule", violation.rule());
    }
    return problem(body);
  }

  void send(HttpExchange exchange) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", contentType);
    exchange.sendResponseHeaders(httpStatus, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static BankResponse problem(ObjectNode body) {
    return new BankResponse(
        body.get("status").intValue(), "application/problem+json", body.toString());
  }

  private static ObjectNode problemBody(int httpStatus, String title) {
    return JSON.createObjectNode()
        .put("type", "about:blank")
        .put("title", title)
        .put("status", httpStatus)
        .put("detail", title);
  }

  private static String json(PaymentState state) {
    ObjectNode body = JSON.createObjectNode().put("status", state.status().name());
    state.reason().ifPresent(reason -> body.put("reason", reason.name()));
    return body.toString();
  }
}
