package com.cargobond.infra;

import com.cargobond.domain.capability.Capabilities;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Map;

/** Customs accepts a declaration of a shipment of its own. */
record Declaration(int number, String amount) {

  private static final String OPERATOR = "91310115MA1AB2C343";

  /** The lane of a guarantee in one slice. */
  static final String GROUP = OPERATOR + "-0";

  String id() {
    return "e" + number;
  }

  String shipment() {
    return OPERATOR + "/SIMULATED-" + number;
  }

  /** As it is on the wire. */
  String cloudEvent() {
    return """
        {"specversion": "1.0", "id": "%s", "source": "/customs/2233",
         "type": "customs.declaration-accepted.v1", "time": "2026-03-02T10:00:00+08:00",
         "subject": "%s",
         "data": {"declarationNo": "22332026100000010%d", "declarationVersion": 1,
           "registrationNo": "REG-1", "purpose": "PAYMENT_TERM", "district": "2233",
           "shipmentClass": "C", "estimatedDuty": {"amount": "%s", "currency": "CNY"},
           "completedAt": "2026-03-02T10:00:00+08:00"}}"""
        .formatted(id(), shipment(), number, amount);
  }

  ReceivedEvent received() {
    try {
      Map<String, Object> read =
          new ObjectMapper().readValue(cloudEvent(), new TypeReference<>() {});
      return new ReceivedEvent(
          Capabilities.ALL.events().read(read), Instant.parse("2026-03-02T02:00:01Z"));
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
