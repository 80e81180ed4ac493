package com.cargobond.bench.coldstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** Declarations on one guarantee, each of a shipment of its own, as a function gets them. */
final class Declarations {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
  private static final BigDecimal DUTY = new BigDecimal("692.30");
  private static final String QUEUE_ARN = "arn:aws:sqs:us-east-1:000000000000:cargo-events.fifo";

  private final String registrationNo;
  private final String operator;
  private int made;

  Declarations(String registrationNo, String operator) {
    this.registrationNo = registrationNo;
    this.operator = operator;
  }

  /** The next one, in the batch of one message that Lambda makes of it. */
  byte[] next() {
    made++;
    OffsetDateTime now = OffsetDateTime.now(CHINA);
    String body = declarationAccepted(now);
    ObjectNode batch = JsonNodeFactory.instance.objectNode();
    ObjectNode message = batch.putArray("Records").addObject();
    message.put("messageId", UUID.randomUUID().toString()).put("receiptHandle", "handle-" + made);
    message.put("body", body);
    ObjectNode attributes = message.putObject("attributes");
    String sentMillis = Long.toString(now.toInstant().toEpochMilli());
    attributes.put("ApproximateReceiveCount", "1").put("SentTimestamp", sentMillis);
    attributes.put("ApproximateFirstReceiveTimestamp", sentMillis).put("SenderId", "api");
    attributes.put("SequenceNumber", "%020d".formatted(made));
    attributes.put("MessageGroupId", operator + "-0");
    attributes.put("MessageDeduplicationId", houseWaybill());
    message.putObject("messageAttributes");
    message.put("eventSource", "aws:sqs").put("eventSourceARN", QUEUE_ARN);
    message.put("awsRegion", "us-east-1");
    return batch.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** What all that were made reserve together, in yuan. */
  BigDecimal reserved() {
    return DUTY.multiply(BigDecimal.valueOf(made));
  }

  /**
   * Checks the response to a batch.
   *
   * @throws BenchFailure if a message is to be delivered again
   */
  static void requireApplied(byte[] response) {
    try {
      JsonNode failures = JSON.readTree(response).path("batchItemFailures");
      if (!failures.isArray() || !failures.isEmpty()) {
        throw new BenchFailure("the event was not applied: " + new String(response));
      }
    } catch (IOException malformed) {
      throw new BenchFailure("events answered no JSON: " + malformed.getMessage(), malformed);
    }
  }

  private String houseWaybill() {
    return "COLD-START-" + made;
  }

  private String declarationAccepted(OffsetDateTime now) {
    String time = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now);
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("specversion", "1.0").put("id", houseWaybill() + "-1");
    event.put("source", "/customs/2233").put("type", "customs.declaration-accepted.v1");
    event.put("time", time).put("subject", operator + "/" + houseWaybill());
    ObjectNode data = event.put("datacontenttype", "application/json").putObject("data");
    data.put("declarationNo", "22332026%d%09d".formatted(1, made)).put("declarationVersion", 1);
    data.put("registrationNo", registrationNo).put("purpose", "PAYMENT_TERM");
    data.put("district", "2233").put("shipmentClass", "C");
    data.putObject("estimatedDuty").put("amount", DUTY.toPlainString()).put("currency", "CNY");
    data.put("completedAt", time);
    return event.toString();
  }
}
